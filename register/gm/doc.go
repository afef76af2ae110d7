// Package gm is the suite of national cryptography (国密, 商用密码) for register books: SM3 for hashes, SM2 for signatures of
// checkpoints, SM4 in GCM for what is stored in secret.
//
//	hasher, err := merkle.New(gm.NewSM3)
//	signer, err := gm.NewSM2Signer("鲤城区司法局", key)      // key: a crypto.Signer, in a file or in a device
//	verifier, err := gm.NewSM2Verifier("鲤城区司法局", public)
//	aead, err := gm.SM4GCM(secret)
//
// The standards are GB/T 32905 (SM3), GB/T 32918 (SM2) and GB/T 32907 (SM4). The algorithms themselves come from
// github.com/emmansun/gmsm, and this is the only package that compiles it in: who does not import gm carries none of it.
//
// Whether a system must use national cryptography, and products that were certified for it (密码法 art. 27; GB/T 39786), is
// decided by its assessment (密评). This package is software and no certified product; a certified device joins as a
// crypto.Signer.
package gm
