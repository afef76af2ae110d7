package seal

import (
	"errors"
	"strconv"

	"github.com/fazhi-go/fazhi"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrForgotten  = errors.New("个人信息已经删除")         // the box is empty, or its key was destroyed
	ErrBox        = errors.New("密文有误，或者不属于此处")     // it was changed, or comes from another place or key
	ErrCommitment = errors.New("与文件中的承诺值不符")       // the document does not hold it at this place
	ErrMissing    = errors.New("没有与承诺值对应的密文")      // of a commitment of the document
	ErrSealed     = errors.New("文件中已有承诺值")         // in a document that is to be sealed
	ErrValue      = errors.New("应当是字符串的个人信息不是字符串") // at a personal path
	ErrDocument   = errors.New("文件不能加密")           // it is no JSON, or there is too much in it, or a path is no key
	ErrKind       = errors.New("没有列明这一种类文件的个人信息")  // see Options.Fields
	ErrKey        = errors.New("没有这一密钥，或者密钥有误")    // also that there is no current one
	ErrClass      = errors.New("这一类个人信息或者这个值不能查找") // it is not indexed, or nothing is left of it
	ErrQuery      = errors.New("没有指明是哪些个人信息")      // which would mean all of them
	ErrKeyring    = errors.New("密钥文件有误")
	ErrMode       = errors.New("密钥文件只能由本人读写（0600）")
	ErrFields     = errors.New("不能由类型得出个人信息的位置") // list them by hand
)

// An Error says at which place something is wrong. It never holds the value.
type Error struct {
	Seq  int64 // the entry; 0 where only the document is known
	Path fazhi.Path
	Err  error
}

// Error is one sentence with the place; a long path is cut.
func (e *Error) Error() string {
	entry := ""
	if e.Seq > 0 {
		entry = "第" + strconv.FormatInt(e.Seq, 10) + "条 "
	}
	return "seal: " + entry + short(e.Path) + "：" + e.Err.Error()
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }
