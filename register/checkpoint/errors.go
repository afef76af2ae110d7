package checkpoint

import (
	"errors"
	"fmt"
)

// Errors to branch on; what is returned wraps them.
var (
	ErrCheckpoint = errors.New("检查点有误")         // a text that is no signed checkpoint, or a value that cannot be one
	ErrKey        = errors.New("密钥有误")          // a Key, a Signer, a Verifier or a key file
	ErrSignature  = errors.New("签名无效")          // a signature of a known key does not fit the text
	ErrUnknown    = errors.New("没有已知的签名人")      // nobody that the caller knows has signed
	ErrFollow     = errors.New("不能接续前一检查点")     // history was altered, or the checkpoints do not belong together
	ErrHash       = errors.New("散列函数与检查点所记的不同") // a Hasher of another hash
)

func checkpointError(why string) error { return fmt.Errorf("checkpoint: %w：%s", ErrCheckpoint, why) }

func lineError(line int, why string) error {
	return fmt.Errorf("checkpoint: %w：第%d行：%s", ErrCheckpoint, line, why)
}

func keyError(why string) error { return fmt.Errorf("checkpoint: %w：%s", ErrKey, why) }

func followError(why string) error { return fmt.Errorf("checkpoint: %w：%s", ErrFollow, why) }
