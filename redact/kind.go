package redact

// Kind is what was masked or taken out.
type Kind string

// What is masked in texts.
const (
	Name        Kind = "name"        // 姓名
	ID          Kind = "id"          // 公民身份号码
	Phone       Kind = "phone"       // 电话号码
	Card        Kind = "card"        // 银行账号
	Address     Kind = "address"     // 住址
	Email       Kind = "email"       // 电子邮箱
	Plate       Kind = "plate"       // 车牌号码
	Passport    Kind = "passport"    // 护照、港澳台证件号码
	Account     Kind = "account"     // 微信号、QQ号
	Certificate Kind = "certificate" // 不动产权证书编号
	Other       Kind = "other"       // Options.Others
)

// What is taken out of documents and files, since it does not show or is of no use in a public copy.
const (
	File         Kind = "file"          // 随附文件
	Copy         Kind = "copy"          // 份号
	ImageData    Kind = "image-data"    // 图片中不显示的信息
	Comment      Kind = "comment"       // 批注
	Change       Kind = "change"        // 修订痕迹
	Hidden       Kind = "hidden"        // 隐藏文字
	Property     Kind = "property"      // 文件属性
	CustomXML    Kind = "custom-xml"    // 自定义数据
	RevisionMark Kind = "revision-mark" // 编辑会话标识
	Template     Kind = "template"      // 模板路径
	Thumbnail    Kind = "thumbnail"     // 缩略图
	Embedded     Kind = "embedded"      // 嵌入的对象
	Link         Kind = "link"          // 链接地址
)

// kindNames are the kinds in Chinese, in the order of a summary.
func kindNames() []struct {
	kind Kind
	name string
} {
	return []struct {
		kind Kind
		name string
	}{
		{Name, "姓名"}, {ID, "公民身份号码"}, {Phone, "电话号码"}, {Card, "银行账号"}, {Address, "住址"}, {Email, "电子邮箱"},
		{Plate, "车牌号码"}, {Passport, "护照、通行证号码"}, {Account, "微信号、QQ号"}, {Certificate, "不动产权证书编号"}, {Other, "其他文字"},
		{File, "随附文件"}, {Copy, "份号"}, {ImageData, "图片附带信息"}, {Comment, "批注"}, {Change, "修订痕迹"}, {Hidden, "隐藏文字"},
		{Property, "文件属性"}, {CustomXML, "自定义数据"}, {RevisionMark, "编辑标识"}, {Template, "模板路径"}, {Thumbnail, "缩略图"},
		{Embedded, "嵌入对象"}, {Link, "链接地址"},
	}
}

// String returns the kind in Chinese.
func (k Kind) String() string {
	for _, n := range kindNames() {
		if n.kind == k {
			return n.name
		}
	}
	return string(k)
}
