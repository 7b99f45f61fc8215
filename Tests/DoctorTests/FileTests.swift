import Foundation
import TestSupport
import Testing

/// What is read has an end, and what is written is written whole or not at all.
@Suite("Files in and out", .live, .timeLimit(.minutes(10)))
struct FileTests {
    /// Runs a script with `doctor` in `$DOCTOR` and a new folder as its place.
    private func shell(
        _ script: String, _ folder: TemporaryFolder, with interpreter: String = "/bin/sh"
    ) async throws -> DoctorProcess.Result {
        DoctorProcess.Result(
            try await Program.run(
                interpreter, ["-c", "cd '\(folder.path)' || exit 99\n" + script],
                environment: [
                    "DOCTOR": DoctorProcess.binary, "DOCTOR_DATA": DoctorProcess.checkout, "HOME": "/nonexistent",
                    "PATH": "/usr/bin:/bin",
                ]))
    }

    private func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    // MARK: Writing

    @Test func aDiskThatIsFullLeavesTheOldFile() async throws {
        let folder = try TemporaryFolder()
        // A file may have 512 bytes (1 KB in some shells), and the signal for one more is ignored: a write fails.
        let result = try await shell(
            "echo old > report.json; trap '' XFSZ; ulimit -f 1; exec \"$DOCTOR\" env --mock --format json --output report.json",
            folder)
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.errors.contains("report.json: cannot be written"))
        #expect(!result.errors.contains("is a directory"))
        #expect(try folder.text("report.json") == "old\n")
        #expect(try names(folder) == ["report.json"])
    }

    @Test func aRecordingThatHasNoRoomSaysSo() async throws {
        let folder = try TemporaryFolder()
        let source = DoctorProcess.checkout + "/recordings/tool-use-round-trip.json"
        let result = try await shell(
            "trap '' XFSZ; ulimit -f 1; exec \"$DOCTOR\" record '\(source)' --into out", folder)
        #expect(result.status == 65, "\(result.everything)")
        #expect(!result.errors.contains("is a directory"), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").isEmpty)
    }

    @Test func aHelpAndACompletionThatCannotBeWrittenAreNotGood() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "for words in --help --version '--generate-completion-script bash'; do \"$DOCTOR\" $words > /dev/full; echo $?; done",
            folder)
        #expect(result.output == "65\n65\n65\n", "\(result.everything)")
    }

    @Test func permissionsAndLinksStay() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "echo old > real; chmod 640 real; ln -s real link; ln -s none dangling; \"$DOCTOR\" env --output link;"
                + " \"$DOCTOR\" env --output dangling; true", folder)
        #expect(result.errors == "")
        #expect(try folder.text("real").contains("credentials"))
        #expect(try mode(folder.path + "/real") == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "real")
        #expect(try folder.text("none").contains("credentials"))
        #expect(try names(folder) == ["dangling", "link", "none", "real"])
    }

    @Test func whatIsNoFileIsWrittenInto() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "mkfifo pipe; cat pipe > copy & \"$DOCTOR\" env --output pipe; wait; \"$DOCTOR\" env --output /dev/stdout;"
                + " \"$DOCTOR\" env --output /dev/stdout > redirected; \"$DOCTOR\" env --output /dev/full", folder)
        #expect(result.output.contains("credentials"))
        #expect(try folder.text("copy").contains("credentials"))
        #expect(try folder.text("redirected").contains("credentials"))
        #expect(result.errors.contains("/dev/full: cannot be written: the disk is full"))
    }

    @Test func whatHoldsRequestsIsItsOwnersAlone() async throws {
        let folder = try TemporaryFolder()
        let source = DoctorProcess.checkout + "/recordings/tool-use-round-trip.json"
        let result = try await shell(
            "umask 000; \"$DOCTOR\" record '\(source)' --into one.json && \"$DOCTOR\" serve --dump two.http -- true;"
                + " touch old linked; chmod 666 old linked; ln -s linked link; for file in old link; do"
                + " \"$DOCTOR\" serve --dump $file -- true; done;"
                + " \"$DOCTOR\" sign --mock --output three; cp three four; chmod 666 four; \"$DOCTOR\" sign --mock --output four",
            folder)
        // What is served to nobody has a status of its own; here the file counts.
        #expect(result.errors.contains("one.json"), "\(result.everything)")
        for file in ["one.json", "two.http", "old", "linked", "three", "four"] {
            #expect(try mode(folder.path + "/" + file) == 0o600, "\(file)")
        }
    }

    // MARK: Reading

    @Test(arguments: [
        ("sign --mock --body /dev/zero", "/dev/zero: is a device"),
        ("sign --mock --body - < /dev/zero", "standard input: is larger than 32 MB"),
        ("sign --mock --body /dev/stdin < /dev/zero", "/dev/stdin: is larger than 32 MB"),
        ("sign --mock --body pipe", "pipe: is a named pipe"), ("sign --mock --body .", ".: is a directory"),
        ("sign --mock --body sparse", "sparse: is larger than 32 MB"),
        ("replay sparse.json", "sparse.json: is larger than"), ("replay pipe", "pipe: is a named pipe"),
        ("vectors sparse.json", "sparse.json: is larger than"), ("vectors /dev/zero", "/dev/zero: is a device"),
        ("explain sparse", "sparse: is larger than"), ("explain /dev/zero", "/dev/zero: is a device"),
        ("explain pipe", "pipe: is a named pipe"),
        ("serve --account sparse.json -- true", "sparse.json: is larger than"),
        ("record sparse.json --into out", "sparse.json: is larger than"),
    ])
    func whatIsTooLargeOrNoFileIsRefused(_ arguments: String, _ message: String) async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "mkfifo pipe; truncate -s 3G sparse; ln -s sparse sparse.json; \"$DOCTOR\" \(arguments)", folder)
        #expect(result.status == 65, "\(result.everything)")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func pipesThatAreMeantAreRead() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell(
            "set -e; \"$DOCTOR\" sign --mock --body <(echo '{}') > a; echo '{}' | \"$DOCTOR\" sign --mock --body /dev/stdin > b;"
                + " echo '{}' | \"$DOCTOR\" sign --mock --body - > c; \"$DOCTOR\" sign --mock --body /dev/null > d",
            folder,
            with: "/bin/bash")
        #expect(result.status == 0, "\(result.everything)")
        // The hash of "{}\n".
        for name in ["a", "b", "c"] {
            #expect(try folder.text(name).contains("ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"))
        }
        #expect(try folder.text("d").contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
    }

    @Test func whatIsNoFileInADirectoryIsSkipped() async throws {
        let folder = try TemporaryFolder()
        let source = DoctorProcess.checkout + "/recordings/tool-use-round-trip.json"
        let result = try await shell("mkdir d; cp '\(source)' d; mkfifo d/pipe.json; \"$DOCTOR\" replay d", folder)
        #expect(result.status == 0, "\(result.everything)")
        #expect(result.output.contains("d/pipe.json: skipped: it is a named pipe"))
    }

    // MARK: What cannot be read, for a program

    @Test func anInputThatCannotBeReadIsInTheReport() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell("\"$DOCTOR\" replay none.json --format json", folder)
        #expect(result.status == 65)
        #expect(result.output.contains("\"exitCode\": 65"))
        #expect(result.output.contains("none.json: there is no such file"))
    }
}
