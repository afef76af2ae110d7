package redact

import "github.com/fazhi-go/fazhi"

// Codes of issues of Check.
const (
	CodeSecret     fazhi.Code = "redact/secret"     // a secrecy mark
	CodeName       fazhi.Code = "redact/name"       // a listed name is there, or what may be a name stands after a label
	CodeNumber     fazhi.Code = "redact/number"     // digits that may be an identity, telephone or card number
	CodeAddress    fazhi.Code = "redact/address"    // what may be an address
	CodeContact    fazhi.Code = "redact/contact"    // an e-mail address or account
	CodeFile       fazhi.Code = "redact/file"       // a file travels with the document
	CodeImage      fazhi.Code = "redact/image"      // an image has to be looked at
	CodeDisclosure fazhi.Code = "redact/disclosure" // the document does not say that it is public
)
