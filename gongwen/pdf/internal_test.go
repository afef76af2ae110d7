package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fazhi-go/fazhi/gongwen/layout"
)

// The colour profile has what its table of tags says, and is the same on every machine.
func TestSRGBProfile(t *testing.T) {
	p := srgbProfile()
	require.EqualValues(t, len(p), binary.BigEndian.Uint32(p))
	require.Equal(t, "acsp", string(p[36:40]))
	signatures := map[string]string{"desc": "desc", "cprt": "text", "wtpt": "XYZ ", "rXYZ": "XYZ ", "gXYZ": "XYZ ", "bXYZ": "XYZ ", "rTRC": "curv", "gTRC": "curv", "bTRC": "curv"}
	var white [3]int32
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		entry := p[132+12*i:]
		name, at, size := string(entry[:4]), binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		data := p[at : at+size]
		require.Zero(t, at%4)
		require.Equal(t, signatures[name], string(data[:4]), name)
		delete(signatures, name)
		if name == "rXYZ" || name == "gXYZ" || name == "bXYZ" {
			for j := range white {
				white[j] += int32(binary.BigEndian.Uint32(data[8+4*j:]))
			}
		}
		if name == "rTRC" {
			require.Equal(t, []byte{0, 0}, data[12:14])
			require.Equal(t, []byte{0xFF, 0xFF}, data[size-2:])
		}
	}
	require.Empty(t, signatures)
	for j, want := range [...]int32{63190, 65536, 54061} { // D50: the primaries together are white
		require.InDelta(t, want, white[j], 30)
	}
	sum := sha256.Sum256(p)
	require.Equal(t, "7cfab423be228d78", hex.EncodeToString(sum[:8]))
}

// However many parts an element has, none has more than readers must take, and all stay in order.
func TestManyKids(t *testing.T) {
	const most = 8191
	for _, k := range []kind{kindTable, kindTOC, kindP} {
		var tr tree
		tr.reset()
		parent := tr.add(root, k)
		var want, got []int
		for range 3*mostKids + 5 {
			want = append(want, tr.add(parent, kindTR))
		}
		for _, e := range tr.elements {
			require.LessOrEqual(t, e.count, most)
		}
		var walk func(int)
		walk = func(i int) {
			if tr.elements[i].kind == kindTR {
				got = append(got, i)
			}
			for at := tr.elements[i].first; at > 0; at = tr.kids[at-1].next {
				require.Equal(t, i, tr.elements[tr.kids[at-1].number].parent)
				walk(tr.kids[at-1].number)
			}
		}
		walk(root)
		require.Equal(t, want, got)
	}
}

// Bookmarks hang on the heading above them.
func TestBookmarks(t *testing.T) {
	var outline []layout.Entry
	for _, level := range []int{1, 2, 4, 2, 1, 3, 1} {
		outline = append(outline, layout.Entry{Level: level})
	}
	got := bookmarksOf(nil, outline)
	require.Equal(t, []bookmark{
		{first: 1, last: 7, count: 3},
		{parent: 0, next: 5, first: 2, last: 4, count: 2},
		{parent: 1, next: 4, first: 3, last: 3, count: 1},
		{parent: 2},
		{parent: 1, prev: 2},
		{parent: 0, prev: 1, next: 7, first: 6, last: 6, count: 1},
		{parent: 5},
		{parent: 0, prev: 5},
	}, got)
}

func TestNames(t *testing.T) {
	require.Equal(t, "/a#2fb#20c#23#e5", string(appendName(nil, "a/b c#\xe5")))
	require.Equal(t, `(a\(b\)\\)`, string(appendText(nil, `a(b)\`)))
	require.Equal(t, "<feff7532d873de88>", string(appendText(nil, "甲𬺈")))
	require.Equal(t, "<feff000a>", string(appendText(nil, "\n")))
}

// A tree of more entries than a leaf may have gets leaves and says what each has.
func TestTreesAreSplit(t *testing.T) {
	k := &work{offsets: make([]int, 1)}
	number := func(i int) { k.file = appendKey(k.file, "", i) }
	top := k.writeTree("Nums", mostLeaves+2, number, func(int) { k.file = append(k.file, " null"...) })
	require.Equal(t, 3, top)
	require.Contains(t, string(k.file), "1 0 obj\n<</Limits[0 1999]/Nums[0 null\n1 null\n")
	require.Contains(t, string(k.file), "2 0 obj\n<</Limits[2000 2001]/Nums[2000 null\n2001 null\n]>>")
	require.Contains(t, string(k.file), "3 0 obj\n<</Kids[ 1 0 R 2 0 R]>>")
}

// What gofpdf writes does not depend on the hour: the identifier of the file is made of it.
func TestRawFileHasNoDate(t *testing.T) {
	k := &work{}
	k.tagger.begin(&layout.Pages{})
	require.NoError(t, k.draw(&layout.Pages{Pages: make([]layout.Page, 1)}))
	require.Contains(t, string(k.raw.b), "/CreationDate (D:19700101000000)\n/ModDate (D:19700101000000)\n")
}
