package protocol

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// gbk is the beginning of Probe, 规范性文件, as GBK and GB 18030 have it.
const gbk = "\xb9\xe6\xb7\xb6\xd0\xd4\xce\xc4\xbc\xfe"

// remedy says what to do about a console that is not UTF-8.
const remedy = "请让插件用 UTF-8 读写标准输入输出：Java 启动时加 -Dfile.encoding=UTF-8（18 及以上版本再加 " +
	"-Dstdout.encoding=UTF-8），Python 加 -X utf8，C# 设置 Console.OutputEncoding，Windows 控制台先执行 chcp 65001"

// damaged says what is wrong with the bytes of an answer, before it is read: they are no UTF-8.
func damaged(answer []byte) error {
	bom := bytes.HasPrefix(answer, []byte("\ufeff"))
	switch {
	case utf8.Valid(answer) && !bom && !bytes.HasPrefix(bytes.TrimSpace(answer), []byte("{")):
		return malformed("答复不是 JSON 对象。标准输出上只能有协议的消息，日志应当写到标准错误")
	case utf8.Valid(answer) && !bom:
		return nil
	case bytes.Contains(answer, []byte(gbk)):
		return probeError("探测文字以 GBK 编码送回，插件按 GBK 输出")
	case bom:
		return fmt.Errorf("protocol: %w：答复以 BOM（U+FEFF）开头。请让插件输出不带 BOM 的 UTF-8", ErrProbe)
	case bytes.IndexByte(answer, 0) >= 0:
		return probeError("答复中有零字节，插件多半按 UTF-16 输出")
	}
	return probeError("答复不是有效的 UTF-8")
}

// damagedProbe says what became of the probe.
func damagedProbe(echo string) error {
	switch {
	case echo == Probe:
		return nil
	case strings.Contains(echo, "瑙勮寖"): // UTF-8 read as GBK
		return probeError("探测文字变成了“瑙勮寖”之类的乱码，插件把输入当作 GBK 读")
	case strings.Contains(echo, "è§"): // UTF-8 read as Latin-1 or Windows-1252
		return probeError("探测文字变成了“è§„”之类的乱码，插件把输入当作西文读")
	case strings.ContainsAny(echo, "?\ufffd"):
		return probeError("探测文字中的汉字变成了问号，插件的编码里没有它们或者不是 UTF-8")
	case echo == "":
		return fmt.Errorf("protocol: %w：插件没有送回探测文字 probe", ErrProbe)
	}
	return probeError("送回的探测文字与所送的不同")
}

func probeError(what string) error {
	return fmt.Errorf("protocol: %w：%s。%s", ErrProbe, what, remedy)
}
