package xlsx

import "fmt"

// texts are the shared texts of a workbook. Many are in one string, so that a million of them cost little; and not all of
// them are, so that a text that is kept keeps only its neighbours alive.
type texts struct {
	most   int64 // bytes that they may take
	bytes  int64
	count  int
	chunks []chunk
	open   []byte // texts of the chunk that is not full yet
	ends   []uint32
}

type chunk struct {
	text string
	ends []uint32
}

const (
	chunkTexts = 256 // texts of a chunk
	endBytes   = 4   // that an empty text takes
)

func (t *texts) add(text []byte) error {
	if t.bytes += int64(len(text)) + endBytes; t.bytes > t.most {
		return fmt.Errorf("%w：共享的文本超过 %d MiB", ErrTooLarge, t.most>>20)
	}
	t.count++
	t.open = append(t.open, text...)
	t.ends = append(t.ends, uint32(len(t.open)))
	if len(t.ends) == chunkTexts {
		t.close()
	}
	return nil
}

// close ends a chunk. It must be called after the last text.
func (t *texts) close() {
	t.chunks = append(t.chunks, chunk{text: string(t.open), ends: t.ends})
	t.open, t.ends = t.open[:0], make([]uint32, 0, chunkTexts)
}

// at returns a text by its number, which is below the count.
func (t *texts) at(n int) string {
	c, i := &t.chunks[n/chunkTexts], n%chunkTexts
	start := uint32(0)
	if i > 0 {
		start = c.ends[i-1]
	}
	return c.text[start:c.ends[i]]
}

// len returns how many texts there are; a workbook without a table of texts has none.
func (t *texts) len() int {
	if t == nil {
		return 0
	}
	return t.count
}
