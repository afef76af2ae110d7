package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// attachments reads the files that travel inside a document.
func attachments(names []string) ([]gongwen.File, error) {
	var files []gongwen.File
	seen := make(map[string]bool)
	left := int64(maxAttached)
	for _, name := range names {
		base := filepath.Base(name)
		data, err := readLimited(name, maxAttached)
		if left -= int64(len(data)); err == nil && left < 0 {
			err = errors.New("携带的文件合计超过 64 MiB")
		}
		if err == nil && seen[base] {
			err = fmt.Errorf("%s 有两个", base)
		}
		if err != nil {
			return nil, fmt.Errorf("-attach：%w", err)
		}
		seen[base] = true
		files = append(files, gongwen.File{Name: base, MIME: mediaType(base), Data: data})
	}
	return files, nil
}

// mediaType is that of a name, "" if it is not known. It does not ask the machine, so that a document is the same everywhere.
func mediaType(name string) string {
	return map[string]string{
		".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		".pdf":  "application/pdf", ".ofd": "application/ofd", ".zip": "application/zip",
		".csv": "text/csv", ".txt": "text/plain", ".md": "text/markdown", ".xml": "text/xml", ".json": "application/json",
		".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	}[strings.ToLower(filepath.Ext(name))]
}
