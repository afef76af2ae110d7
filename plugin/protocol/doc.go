// Package protocol is what a plug-in in another process says and hears: one set of messages, JSON-RPC 2.0, the same over
// standard input and output, HTTP and WebAssembly. It is for those who write a transport, and for authors in Go who let
// their plug-in run in a process of its own.
//
// The host's side makes a plugin.Plugin out of a connection; it goes into a host like any other:
//
//	client, err := protocol.Connect(ctx, conn, protocol.Options{}) // conn: from package plugin/remote or plugin/wasm
//	host, err := plugin.NewHost(base.Plugin(), client.Plugin())
//
// The plug-in's side makes answers out of a plugin.Plugin:
//
//	server, err := protocol.NewServer(licheng.Plugin())
//	answer := server.Handle(ctx, message)
//
// Authors in other languages need the JSON Schemas (Schemas, also in the folder schema) and a conversation of all
// messages (testdata/conversation.jsonl).
//
// What is common to all messages: UTF-8 without a byte order mark, one JSON object in one line of at most MaxMessage bytes,
// no name twice in an object, no more than MaxDepth arrays and objects in each other, no number that a double cannot hold
// exactly. Lists are [] and never null; an optional member that has nothing to say is left out, and null is never written.
// Members that a reader does not know are passed over, so that they can be added. Both sides of this package read strictly:
// what breaks a rule is answered with a fault or is an error, never guessed at.
//
// The content of a document is its own JSON in the canonical form of RFC 8785, but for null: a slice or map of Go that is
// nil is [] or {}, and other members that are null are left out. Only a list keeps null where an item is nothing, for the
// place of the others counts. What an observer is told is the line of the book as it is digested, so a document in it may
// have null.
//
// Renderers, calendars and signers cannot be given over the wire; numbers are given as a rule in the language of package
// register/numbering, because nobody outside may be asked while a book is locked.
//
// The package starts no process and opens no connection: packages plugin/remote and plugin/wasm do. It does not limit
// time: the context does, and the transport must see to it that it is obeyed.
//
// Within fazhi/1 messages and members are only added. A plug-in written for fazhi/1 stays understood.
package protocol
