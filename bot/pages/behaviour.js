// A second click of a double click does nothing, whatever the first one has changed meanwhile.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button.once, .once button");
  if (!button) return;
  if (event.detail > 1 || Date.now() - Number(button.dataset.clicked || 0) < 600) {
    event.stopImmediatePropagation();
    event.preventDefault();
  } else {
    button.dataset.clicked = Date.now();
  }
}, true);

// The other language shows the same interview or question.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.switch");
  if (link) link.href = link.pathname + location.search;
}, true);

// Back to the list of problems as it was left, filters and all.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.back");
  if (link && document.referrer.split("?")[0] === link.href) link.href = document.referrer;
}, true);

// The newest words of the conversation are in sight.
new MutationObserver((changes) => {
  const talk = document.getElementById("conversation");
  if (talk && changes.some((change) => talk.contains(change.target))) talk.scrollTop = talk.scrollHeight;
}).observe(document, {childList: true, subtree: true});
