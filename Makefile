# The front door: the few commands that everybody types. CMake does the work.
#   make run    install what the build needs, build, assess a sample firm
#   make test   install what the tests need, run them all, plain and under sanitizers
#   make build  make bench  make proof  make clean

JOBS := $(shell nproc)
BUILD_PACKAGES := gcc libc6-dev make cmake pkg-config libmd-dev
TEST_PACKAGES := clang clang-format libclang-rt-dev libcjson-dev valgrind binutils

# Debian packages that are missing are installed without asking; what is there is left alone.
define need
@missing=; for package in $(1); do \
  dpkg-query --show --showformat '$${db:Status-Status}' "$$package" 2>/dev/null | grep -qx installed || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing Debian packages:$$missing"; \
  root=; [ "$$(id -u)" = 0 ] || root=sudo; \
  $$root apt-get -qq update && $$root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null \
    || { echo "Could not install$$missing; install them and try again." >&2; exit 1; }; \
fi
endef

.PHONY: run build test bench proof clean need-build need-test

run: build
	build/huisuan assess tests/samples/firm.json

build: need-build
	@cmake --preset release -DHUISUAN_TESTS=OFF >build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset release --parallel $(JOBS)

test: need-test
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev --parallel $(JOBS)
	ctest --preset release --parallel $(JOBS)
	ctest --preset dev --parallel $(JOBS) --label-regex sanitize

# The long runs of the properties; each prints its figures and ends with an error if one does not hold.
proof: need-test
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	build/tests/advice $(CURDIR)/build/plugins 2000 2
	build/tests/breakpoints $(CURDIR)/build/plugins 60 7

bench: build
	@echo "make $@: nothing yet; see CHANGELOG.md" >&2; exit 1

clean:
	rm -rf build

need-build:
	$(call need,$(BUILD_PACKAGES))

need-test: need-build
	$(call need,$(TEST_PACKAGES))
