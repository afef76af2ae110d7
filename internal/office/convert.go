package office

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Run runs a program with more environment and returns what it printed. The error holds what it complained of.
func Run(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %v: %w\n%s%s", name, args, err, out, stderr.String())
	}
	return string(out), nil
}

// ToPDF has LibreOffice turn files into PDF beside dir/NAME.pdf, with the fonts below the folder fonts (gongwen/fonts)
// under the names that our Word files use.
func ToPDF(dir, fonts string, files ...string) error {
	config, err := fontConfig(dir, fonts)
	if err != nil {
		return err
	}
	for batch := range slices.Chunk(files, most) {
		_, err = Run([]string{"FONTCONFIG_FILE=" + config}, "soffice", append([]string{
			"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir,
		}, batch...)...)
		if err != nil {
			return err
		}
	}
	return nil
}

// most is how many files LibreOffice is given at a time: it leaves out the last ones of 250.
const most = 100

// aliases are the names in Word files, and the embedded fonts that stand for them.
var aliases = [...]struct{ name, font, weight string }{
	{"仿宋_GB2312", "GW FangSong", ""}, {"楷体_GB2312", "GW Kai", ""}, {"黑体", "GW Hei", ""}, {"宋体", "GW Song", ""},
	{"方正小标宋简体", "GW Song", "bold"}, {"Times New Roman", "GW Latin", ""},
}

// fontConfig writes a configuration that knows nothing but the embedded fonts.
func fontConfig(dir, fonts string) (string, error) {
	fonts, err := filepath.Abs(fonts)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>%s</dir><cachedir>%s</cachedir>`,
		fonts, filepath.Join(dir, "cache"))
	for _, a := range aliases {
		fmt.Fprintf(&b, `<match target="pattern"><test name="family" compare="eq"><string>%s</string></test>`+
			`<edit name="family" mode="assign" binding="strong"><string>%s</string></edit>`, a.name, a.font)
		if a.weight != "" {
			fmt.Fprintf(&b, `<edit name="weight" mode="assign" binding="strong"><const>%s</const></edit>`, a.weight)
		}
		b.WriteString(`</match>`)
	}
	b.WriteString(`</fontconfig>`)
	path := filepath.Join(dir, "fonts.conf")
	return path, os.WriteFile(path, []byte(b.String()), 0o666)
}
