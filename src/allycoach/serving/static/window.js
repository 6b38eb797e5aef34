// The page around the terminal. Loaded before textual.js, whose socket and whose windows it listens in on.
"use strict";
(() => {
  let socket = null;
  let leaving = false;
  const find = (name) => document.getElementById(name);

  function over(reason) {
    const told = document.querySelector(`#over section[data-reason="${CSS.escape(reason)}"]`);
    for (const each of document.querySelectorAll("#over section")) each.hidden = true;
    const shown = told || document.querySelector('#over section[data-reason="lost"]');
    shown.hidden = false;
    for (const each of document.querySelectorAll("#over button")) {
      each.hidden = !each.dataset.for.split(" ").includes(shown.dataset.reason);
    }
    find("over").setAttribute("aria-label", shown.querySelector("h1").textContent);
    find("starting").hidden = true;
    find("leaving").close();
    if (!find("over").open) find("over").showModal();
  }

  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      socket = this;
      this.addEventListener("close", (event) => over(event.reason || "lost"));
      this.addEventListener("message", () => {
        if (document.body.classList.contains("-first-byte")) find("starting").hidden = true;
      });
    }
    send(data) {
      // A key pressed after the end has nowhere to go, and must not become an error.
      if (this.readyState === Plain.OPEN) super.send(data);
    }
  };

  // A download in a new window is stopped as a pop-up; a link is not. The app opens nothing else.
  window.open = (address) => {
    const link = document.createElement("a");
    link.href = address;
    link.download = "";
    document.body.append(link);
    link.click();
    link.remove();
    return null;
  };

  function toTheTalk() {
    const typed = document.querySelector("#terminal textarea");
    if (typed) typed.focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    find("back").addEventListener("click", () => {
      if (socket) socket.send(JSON.stringify(["stdin", "\u0014"]));
      toTheTalk();
    });
    find("leave").addEventListener("click", () => find("leaving").showModal());
    find("leaving").addEventListener("close", toTheTalk);
    find("leaving").addEventListener("submit", (event) => { leaving = event.target.method === "post"; });
    find("over").addEventListener("cancel", (event) => event.preventDefault());
    // The terminal takes every key, so this is the way out of it for those who use no mouse.
    document.addEventListener("keydown", (event) => {
      if (event.altKey && !event.ctrlKey && event.code === "KeyL") {
        event.preventDefault();
        event.stopPropagation();
        find("leave").focus();
      }
    }, true);
  });
  // ctrl+w deletes a word elsewhere; here it closes the window, so the browser asks first.
  window.addEventListener("beforeunload", (event) => {
    if (socket && socket.readyState === Plain.OPEN && !leaving) event.preventDefault();
  });
  window.addEventListener("load", () => setTimeout(toTheTalk, 50));
})();
