// Package seal takes personal data (个人信息) out of documents before a register keeps them, and puts it back for those who
// hold the keys.
//
//	sealer, err := seal.New(seal.Options{
//		Keys:   ring, // a *seal.Keyring, or the site's key management
//		Fields: map[fazhi.Kind][]seal.Field{"mediation": {{Path: "/parties/*/name", Class: seal.PersonName}}},
//		Index:  []seal.Class{seal.IDNumber},
//	})
//	book, err := register.New(store, register.Options{Now: time.Now, Sealer: sealer})
//
// A register is never changed, and personal data must be deleted when it is no longer needed (个人信息保护法 art. 47
// para. 1), but not before the retention period (保存期限) that laws set has ended: until then, and where deletion is hard
// to do, all processing stops but storage and protection (art. 47 para. 2). What laws on archives say of personal data
// prevails (art. 72 para. 2); procurement documents are kept for fifteen years at least (政府采购法 art. 42). The package
// knows no period: whoever deletes looks it up.
//
// So the trail holds a salted commitment in place of each personal string, and the string itself lies beside the trail,
// encrypted (加密、去标识化, art. 51 no. 3; art. 73 no. 3 says what the latter is):
//
//	{"name":"张三"}  becomes  {"name":{"sealed":"sha256:9f86d081…"}}
//
// Whoever has the key opens it: Sealer.Restore, Sealer.Open. One value can be shown to a third party against the trail,
// and no other: Sealer.Prove. What is deleted stays proven and can no longer be read: Sealer.Forget empties what a store
// holds of a document, Keyring.Destroy takes the key away, for backups too. Do both.
// That destroying a key is 删除 stands in no article that was read; it makes the data unreadable where deletion is hard.
//
// # The written form
//
// It is part of the trail, and stays as it is. H is the hash by the name that the form carries.
//
//   - In the document: an object of the one member "sealed", a string of the name of the hash, a colon and 64 lower-case
//     hexadecimal digits. In a document that went through a Sealer every such object is a commitment: a document that
//     brings one along is ErrSealed, since nobody could tell whether its value was ever known to the bureau.
//   - The commitment: H("fazhi seal commitment v1\n" ‖ salt ‖ value), with 32 random bytes of salt and the value in UTF-8.
//   - Secret.Box: the byte 1, the nonce, and the ciphertext of salt ‖ value with its tag. Authenticated with it are "fazhi
//     seal box v1\n", the suite, the key's id, organ, kind, id and path, each after its length as an unsigned varint.
//   - Secret.Digest: the first 16 bytes of HMAC-H under the organ's index key, over "fazhi seal digest v1\n", organ, class
//     and normalized value, each after its length.
//
// A box opens in one place only. Organ, kind, id and path are authenticated; the version of the document is bound by the
// commitment, which follows from what is in the box and must stand in the document: a box of an earlier version, with the
// same value even, does not open against a later one. The commitment is not authenticated a second time, so that Rotate
// needs no documents.
//
// # What it does not hide
//
// Personal data in other places: titles, running text, member names, ids of documents, reasons of requests. The length of
// a value shows in its box, and equal digests show that two values are equal. An ID number (公民身份号码) has few unknown
// digits and can be guessed through by whoever has the index key; so it is secret, one for each organ, and a digest is
// personal data still. A class that need not be found should not be indexed.
//
// Documents in Go's memory are not protected, and memory is not wiped.
package seal
