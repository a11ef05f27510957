// Shows the button that prints the page, which would do nothing without scripting.
const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => window.print());
