/** What a screen reader needs of each component; an empty default leaves the attribute alone where nothing is said. */
const spoken = { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' };
const chosen = { 'aria-checked': '', 'aria-selected': '', 'aria-expanded': '' };

module.exports = {
  View: { ...spoken, ...chosen },
  Image: spoken,
  Input: spoken,
  Textarea: spoken,
};
