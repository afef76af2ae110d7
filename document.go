package fazhi

// A Kind says what sort of document something is: "contract", "mediation". Kinds of plug-ins carry their owner:
// "licheng/petition".
type Kind string

// A Document is anything that a bureau registers, checks or counts.
//
// ID is unique within the kind and never empty. Title is what a person calls the document; it may hold names and is
// not written into issues.
type Document interface {
	Kind() Kind
	ID() string
	Title() string
}

// A Ref names a document without holding it.
type Ref struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"`
}

// RefOf returns the reference to d.
func RefOf(d Document) Ref { return Ref{Kind: d.Kind(), ID: d.ID()} }

// String returns "kind:id".
func (r Ref) String() string { return string(r.Kind) + ":" + r.ID }
