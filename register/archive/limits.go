package archive

// Limits of what is held in memory at a time. A document of 16 MiB with 10,000 personal values stays below them.
const (
	maxLine        = 32 << 20 // a line
	maxSecretLine  = 1 << 20  // a secret's line; the package seal takes values up to 64 KiB
	maxSecrets     = 10_000   // secrets of an entry
	maxSecretBytes = 64 << 20 // their lines
)

// Restore's batches, each of which is one transaction.
const (
	batchEntries = 200
	batchBytes   = 8 << 20 // but for the last entry and its secrets

	// One request's entries are kept in one transaction, so that a batch may be larger because of them.
	maxRequest      = 10_000
	maxRequestBytes = 128 << 20
)

// A cutter says where the batches end. A batch never ends between entries of one request: a store keeps them together or
// not at all.
type cutter struct {
	entries, bytes int
	req            string
}

// before counts an entry and reports whether a batch ends before it.
func (c *cutter) before(req string, size int) bool {
	full := c.entries >= batchEntries || c.bytes+size > batchBytes
	ends := c.entries > 0 && full && (req == "" || req != c.req)
	if ends {
		c.entries, c.bytes = 0, 0
	}
	c.entries++
	c.bytes += size
	c.req = req
	return ends
}

// overflows reports whether the entries of one request are too many for one transaction.
func (c *cutter) overflows() bool { return c.entries > maxRequest || c.bytes > maxRequestBytes }
