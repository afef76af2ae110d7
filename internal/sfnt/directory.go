package sfnt

// The first four bytes of a file, or of a font in a collection.
const (
	tagTrueType   = "\x00\x01\x00\x00"
	tagApple      = "true" // TrueType as Apple marks it
	tagOpenType   = "OTTO" // CFF outlines
	tagCollection = "ttcf"
)

const (
	headerSize = 12 // of a font, before its directory
	entrySize  = 16 // of one table in the directory
)

// memberOffset returns where the font at an index of a collection begins.
func memberOffset(data []byte, index int) (int, error) {
	count := 1
	collection := len(data) >= 12 && string(data[:4]) == tagCollection
	if collection {
		count = int(min(u32(data, 8), uint32(len(data)-12)/4))
	}
	switch {
	case index < 0 || index >= count:
		return 0, malformed("no font %d in a file of %d", index, count)
	case !collection:
		return 0, nil
	}
	offset := u32(data, 12+4*index)
	if uint64(offset) > uint64(len(data)) {
		return 0, malformed("font %d begins after the end of the file", index)
	}
	return int(offset), nil
}

// readDirectory returns the tables of the font that begins at an offset, as parts of data.
func readDirectory(data []byte, offset int) (map[string][]byte, error) {
	font := data[offset:]
	if len(font) < headerSize {
		return nil, malformed("%d bytes", len(font))
	}
	switch tag := string(font[:4]); tag {
	case tagTrueType, tagApple:
	case tagOpenType:
		return nil, ErrOutlines
	default:
		return nil, malformed("begins with %q", tag)
	}
	count := u16(font, 4)
	if len(font) < headerSize+entrySize*count {
		return nil, malformed("%d bytes for a directory of %d tables", len(font), count)
	}
	tables := make(map[string][]byte, min(count, 32))
	for i := range count {
		entry := font[headerSize+entrySize*i:]
		start, size := uint64(u32(entry, 8)), uint64(u32(entry, 12))
		if start+size > uint64(len(data)) {
			return nil, malformed("table %q ends after the end of the file", entry[:4])
		}
		tables[string(entry[:4])] = data[start : start+size]
	}
	if _, ok := tables["glyf"]; !ok && (tables["CFF "] != nil || tables["CFF2"] != nil) {
		return nil, ErrOutlines
	}
	return tables, nil
}
