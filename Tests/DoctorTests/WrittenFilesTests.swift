import ArgumentParser
import TestSupport
import Testing

@testable import doctor

/// No two options may write one file.
struct WrittenFilesTests {
    @Test func `two names of one file are found`() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/a"
        let same = folder.path + "/../" + (folder.path.split(separator: "/").last ?? "") + "/./a"
        #expect(throws: Never.self) {
            try WrittenFiles.check([("--journal", file), ("--ready-file", file + "b"), ("--dump", nil)])
        }
        #expect(throws: ValidationError.self) {
            try WrittenFiles.check([("--journal", file), ("--ready-file", same)])
        }
    }

    @Test func `standard output and devices may be named twice`() {
        #expect(throws: Never.self) {
            try WrittenFiles.check([
                ("--journal", "-"), ("--dump", "-"), ("--output", "/dev/null"), ("--journal", "/dev/null"),
            ])
        }
    }
}
