/* The text of the theme's inline script, kept in a file so that no inline script is needed. */
var target=document.getElementById(location.hash.slice(1));target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"));
