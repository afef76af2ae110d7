// Package archive writes a book to a file that stands by itself, verifies such a file without a database, and restores it
// into an empty store.
//
//	err := archive.Export(ctx, file, store, scope, archive.Options{})
//	result, err := archive.Verify(file, archive.Options{Checkpoints: known})
//	n, err := archive.Restore(ctx, file, store, scope, archive.Options{})
//
// An archive is text, UTF-8, one JSON object a line:
//
//	{"format":"fazhi-register/1","hash":"sha256","organ":"…","size":200}
//	{"act":"add","at":"…",…}               an entry, as register.Entry.AppendLine writes it; size of them, in their order
//	{"secret":{…}}                         the secrets of the entry above, if they were asked for; still encrypted
//	{"digest":"…","head":"…"}              of all bytes above; the digest of the last entry's line
//
// The digest of an entry's line is the prev of the next entry, so that the chain can be followed with any tool that
// digests lines. The last line finds damage; against somebody who makes all of the file anew, only a checkpoint that is
// kept elsewhere helps.
//
// The format stays; a new one gets a new first line.
package archive
