// Package checkpoint writes, signs and checks the checkpoints of a register book (登记簿): a short text that says how many
// entries the book of an organ had at a time and which hashes stand for them.
//
//	signed, err := checkpoint.Sign(ctx, checkpoint.Checkpoint{
//		Organ: "泉鲤司", Size: head.Size, Root: head.Root, Head: last.Sum, At: now, Hash: checkpoint.SHA256,
//	}, signer)
//	text, err := signed.Format()
//
//	signed, err = checkpoint.Parse(text)        // whoever was given the text; nothing is checked yet
//	verdict, err := signed.Verify(verifiers...) // who of those that we know has signed it
//
// A chain of hashes shows a change only to somebody who knows a later hash from elsewhere. So checkpoints are handed out:
// to the superior organ (上级机关), to the archive, printed in a yearly report. Who gets one may sign it too (见证签名), after
// Follows has shown that it goes on from the last one that was signed there.
//
// The text, in UTF-8, every line ended by a line feed:
//
//	fazhi-checkpoint/1 泉鲤司
//	1286
//	<root>
//	hash sm3
//	head <sum of the last entry>
//	previous <digest of the checkpoint before>
//	at 2024-12-31T18:00:00+08:00
//
//	— 泉州市鲤城区司法局 <key id and signature>
//
// Hashes are base64. The time is Beijing time, to the second. The signatures cover the seven lines with their line feeds.
// This is a C2SP tlog-checkpoint within a C2SP signed-note, so that golang.org/x/mod/sumdb/note opens it and, where the
// hash is SHA-256 and the signature Ed25519, witnesses of transparency logs can check it. There is one form for each checkpoint: what Parse reads, Format writes byte for byte.
//
// Ed25519 is here; package gm has SM2 (GB/T 32918); other algorithms, and keys in a device (密码机, UKey), are a Signer and a
// Verifier. The package keeps no checkpoints, sends none and looks up no certificates: which key belongs to whom is what
// the caller knows. It does not prove when something was signed; a time stamp of a third party does.
//
// The text form stays as it is; a change of it will have another first line.
package checkpoint
