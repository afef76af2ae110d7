package table

import "io"

// InBlocks makes the file read in blocks of so many bytes.
func (f *CSVFile) InBlocks(size int) *CSVFile {
	f.block = size
	return f
}

// On makes the file, which is open already, read from other data.
func (f *CSVFile) On(data io.ReaderAt) *CSVFile {
	f.data = data
	return f
}
