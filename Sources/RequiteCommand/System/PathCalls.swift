import Glibc

// The calls of the C library that take paths, by their own names and with their own answers, for Swift's strings. A
// string is handed over as a copy that ends with a zero and lives until the call returns; none of these calls keeps it.

/// Opens `path`: a descriptor, or −1 with `errno`.
func openFile(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
  unsafe open(path, flags, mode)
}

/// Takes a name away.
@discardableResult
func unlink(_ path: String) -> Int32 {
  unsafe Glibc.unlink(path)
}

/// Gives a file another name, replacing what had it.
func rename(_ path: String, _ new: String) -> Int32 {
  unsafe Glibc.rename(path, new)
}

/// Gives a file a second name; a link is linked itself.
func link(_ path: String, _ new: String) -> Int32 {
  unsafe Glibc.link(path, new)
}

/// Gives the file that `path` leads to a second name.
func linkTarget(of path: String, _ new: String) -> Int32 {
  unsafe linkat(AT_FDCWD, path, AT_FDCWD, new, AT_SYMLINK_FOLLOW)
}

/// Makes a link that says `target`.
func symlink(_ target: String, _ path: String) -> Int32 {
  unsafe Glibc.symlink(target, path)
}

/// Makes a directory.
func mkdir(_ path: String, _ mode: mode_t) -> Int32 {
  unsafe Glibc.mkdir(path, mode)
}

/// Removes an empty directory.
@discardableResult
func rmdir(_ path: String) -> Int32 {
  unsafe Glibc.rmdir(path)
}

/// The path without links; `nil` with `errno` where it leads nowhere.
func realPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  // Without a buffer of ours the C library allocates one, which ends with a zero and is ours to free.
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// What a link says; `nil` for anything else than a link.
func symlinkTarget(_ path: String) -> String? {
  var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
  // No more is written than the array has room for.
  let count = unsafe readlink(path, &bytes, bytes.count)
  return count > 0 ? String(decoding: bytes[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
}
