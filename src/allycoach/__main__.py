"""`python -m allycoach`, for those whose path does not have the command."""

from allycoach.cli import main

if __name__ == "__main__":
    main()
