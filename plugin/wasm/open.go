package wasm

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// open makes a Conn. Without stoppable, an instance that does not end cannot be ended; tests measure what that would save.
func (m Module) open(ctx context.Context, stoppable bool) (*Conn, error) {
	m.defaults()
	if err := errors.Join(m.vet(), ctx.Err()); err != nil {
		return nil, err
	}
	c := newConn(m)
	if err := c.compile(ctx, m.Wasm, stoppable); err != nil {
		return nil, fmt.Errorf("wasm: 模块 %s：%w", m.Name, errors.Join(err, c.release()))
	}
	return c, nil
}

// compile checks the module, makes the runtime and compiles the module into it.
func (c *Conn) compile(ctx context.Context, module []byte, stoppable bool) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%w：编译器崩溃", ErrModule)
		}
	}()
	if err := c.verify(module); err != nil {
		return err
	}
	config, err := c.limits(module)
	if err != nil {
		return err
	}
	c.runtime = wazero.NewRuntimeWithConfig(ctx, config.WithCloseOnContextDone(stoppable))
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, c.runtime); err != nil {
		return err
	}
	if c.module, err = c.runtime.CompileModule(ctx, module); err != nil {
		return fmt.Errorf("%w：%w", ErrModule, err)
	}
	return vet(c.module)
}

// verify compares the module with what it should be.
func (c *Conn) verify(module []byte) error {
	sum := sha256.Sum256(module)
	if got := hex.EncodeToString(sum[:]); !strings.EqualFold(got, c.m.SHA256) {
		return fmt.Errorf("%w：与给定的 SHA-256 不符", ErrModule)
	}
	return nil
}

// limits returns how the module is compiled.
func (c *Conn) limits(module []byte) (wazero.RuntimeConfig, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(uint32(c.m.Memory / pageSize)).WithDebugInfoEnabled(false)
	bounded, err := tables(module)
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrModule, err)
	}
	if !bounded { // the instruction that grows a table is then refused
		config = config.WithCoreFeatures(api.CoreFeaturesV2.SetEnabled(api.CoreFeatureReferenceTypes, false))
	}
	if c.m.Cache != "" {
		if c.cache, err = wazero.NewCompilationCacheWithDir(c.m.Cache); err != nil {
			return nil, fmt.Errorf("Cache：%w", err)
		}
		config = config.WithCompilationCache(c.cache)
	}
	return config, nil
}

// vet says why a module cannot be run here.
func vet(m wazero.CompiledModule) error {
	for _, f := range m.ImportedFunctions() {
		if from, name, _ := f.Import(); from != wasi_snapshot_preview1.ModuleName {
			return fmt.Errorf("%w：要求宿主提供 %q.%q，而这里只有 %s", ErrModule, from, name, wasi_snapshot_preview1.ModuleName)
		}
	}
	if m.ExportedFunctions()["_start"] == nil {
		return fmt.Errorf("%w：没有 _start，应当编译为 WASI 命令", ErrModule)
	}
	return nil
}
