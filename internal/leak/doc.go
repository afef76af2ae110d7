// Package leak finds the values of a document that an issue repeats: names, numbers, amounts and dates have no place in
// a message that is logged and passed on. The kits for checks and for plug-ins share it. It keeps no state.
//
// Values are the strings of the JSON with two characters or more, dates also as official documents write them, and numbers
// with three digits or more. A word that stands in the issue and in the document may be wording of the rule, as 书面 is; so
// another value is put in its place and the checks are run again: if they say the same as before, it was wording.
package leak
