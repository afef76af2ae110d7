// Package grid holds what the statistical tables of several subjects (统计表) have in common: rows of whole numbers by item, their
// identities, the list of what stands against them, and the columns in which they are printed. What is counted, and by which words
// it is divided, is the subject's own.
//
// Items are the subject's own type of string, counts its own map from items to numbers, amounts in fen. Nothing here changes what
// it is given, but Sort, which sorts the rows in place.
package grid
