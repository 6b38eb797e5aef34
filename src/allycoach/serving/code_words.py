"""Words for a session code: short, easy to say across a room and to spell, none that sounds like another."""

WORDS = tuple(
    """
    acorn amber anchor apple apron arrow autumn badger bagel bamboo banjo barley basket beacon beaver berry biscuit blanket
    bobbin bonnet bottle bramble bracket bridge bronze bucket bundle butter button cabin cactus camel candle canoe canvas
    carpet carrot castle cedar chalk cherry circle citrus clover cobalt coffee comet copper coral cotton cradle crayon
    crimson cricket crystal dahlia daisy dolphin donkey dragon eagle ember engine falcon feather fennel ferry fiddle finch
    flagon flannel forest fountain galaxy gander garden garlic ginger goblet granite gravel guitar hammer hamper harbour
    hazel hedgehog helmet heron hollow honey indigo island ivory jacket jasmine jigsaw jumper kettle kitten ladder lagoon
    lantern lavender lemon lentil linen lizard lobster magnet mallet mango maple marble marigold meadow melon mitten
    monsoon mosaic muffin mustard napkin nectar needle nettle nutmeg oasis olive onion orbit orchard otter oxygen oyster
    paddle panda paper parcel parsley pebble pelican pencil pepper piano pigeon pillow planet pocket pollen poplar poppy
    potato prairie pretzel pumpkin puppet quartz quiver rabbit radish raven ribbon river robin rocket saddle saffron salmon
    sandal satchel scarlet shovel silver spider spindle sponge squirrel summit sunset tablet tandem teapot thimble thistle
    ticket tiger timber toffee tomato trumpet tulip tunnel turnip turtle umbrella valley vanilla velvet violin walnut walrus
    willow window winter wizard yellow yoghurt zebra zipper
    """.split()
)
