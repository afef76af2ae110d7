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
//	{"secret":{…}}                         a secret of the entry above, if they were asked for; still encrypted
//	{"digest":"…","head":"…"}              of all bytes above; the digest of the last entry's line
//
// The digest of an entry's line is the prev of the next entry, so that the chain can be followed with any tool that
// digests lines. The last line finds damage; against somebody who makes all of the file anew, only a checkpoint that is
// kept elsewhere helps.
//
// The entries of one request stand together, a number and a request stand in an archive once, a secret belongs to the entry
// above and has a path that no other of the entry has. An entry's line has at most 17 MiB, a secret's 1 MiB; an entry has
// at most 10,000 secrets, of 64 MiB together; a request at most 10,000 entries. Verify finds whatever does not keep to this,
// so that what it finds well can be restored.
//
// The format stays; a new one gets a new first line.
package archive
