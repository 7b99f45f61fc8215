import Glibc
import Subprocess
import SystemPackage

/// What one time of some work costs, as valgrind and strace count it: the difference of a long and a short run.
struct Counter {
    /// What is counted for each time.
    struct Counts {
        var instructions: Double
        /// Calls of `malloc` and its relatives.
        var allocations: Double
        /// Look-ups of generic metadata, witness tables and conformances: what was not specialised.
        var lookups: Double
        /// nil where there is no strace.
        var systemCalls: Double?
    }

    let program: String
    private static let (short, long) = (100, 600)

    func counts(_ name: String) async throws -> Counts {
        let (few, many) = (try await callgrind(name, Self.short), try await callgrind(name, Self.long))
        let times = Double(Self.long - Self.short)
        func each(_ path: KeyPath<Profile, Int>) -> Double { Double(many[keyPath: path] - few[keyPath: path]) / times }
        var systemCalls: Double?
        if let few = try? await strace(name, Self.short), let many = try? await strace(name, Self.long) {
            systemCalls = Double(many - few) / times
        }
        return Counts(
            instructions: each(\.instructions), allocations: each(\.allocations), lookups: each(\.lookups),
            systemCalls: systemCalls)
    }

    /// The figures of one run under callgrind.
    struct Profile {
        var instructions = 0
        var allocations = 0
        var lookups = 0

        private static let allocators: Set<Substring> = [
            "malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc",
        ]
        private static let finders: Set<Substring> = [
            "swift_getGenericMetadata", "swift_getWitnessTable", "swift_conformsToProtocol",
            "swift_conformsToProtocolCommon", "swift_getAssociatedTypeWitness", "swift_getAssociatedConformanceWitness",
        ]

        /// Reads a profile whose names are not abbreviated: `cfn=NAME`, then `calls=COUNT PLACE`.
        init(_ text: String) {
            var called: Substring = ""
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                guard let first = line.first, first == UInt8(ascii: "c") || first == UInt8(ascii: "s") else { continue }
                let line = Substring(line)
                if line.hasPrefix("cfn=") {
                    called = line.dropFirst(4).prefix { $0 != "'" && $0 != "@" }
                } else if line.hasPrefix("calls=") {
                    let count = Int(line.dropFirst(6).prefix { $0 != " " }) ?? 0
                    if Self.allocators.contains(called) { allocations += count }
                    if Self.finders.contains(called) { lookups += count }
                } else if line.hasPrefix("summary:") {
                    instructions = Int(line.split(separator: " ").last ?? "") ?? 0
                }
            }
        }
    }

    private func callgrind(_ name: String, _ count: Int) async throws -> Profile {
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/callgrind"
        // valgrind cannot read what Swift writes for debuggers.
        let stripped = "\(folder.path)/stripped"
        try await run("strip", ["--strip-debug", "-o", stripped, program])
        try await run(
            "valgrind",
            [
                "--tool=callgrind", "--compress-strings=no", "--compress-pos=no", "--callgrind-out-file=\(file)",
                stripped, "count", name, "\(count)",
            ])
        return Profile(try folder.read("callgrind"))
    }

    /// How many calls of the system a run makes.
    private func strace(_ name: String, _ count: Int) async throws -> Int {
        let folder = try TemporaryFolder()
        try await run("strace", ["-f", "-c", "-o", "\(folder.path)/strace", program, "count", name, "\(count)"])
        let total = try folder.read("strace").split(separator: "\n").last { $0.hasSuffix("total") }
        guard let words = total?.split(separator: " "), words.count > 3, let calls = Int(words[3]) else {
            throw Absence(reason: "strace gave no figure")
        }
        return calls
    }

    private func run(_ tool: String, _ arguments: [String]) async throws {
        let result: ExecutionResult<Void, DiscardedOutput, StringOutput<UTF8>>
        do {
            result = try await Subprocess.run(
                .name(tool), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 1 << 20))
        } catch {
            throw Absence(reason: "\(tool) (Debian: \(tool == "strip" ? "binutils" : tool)) cannot be run")
        }
        // What is counted ends by a signal.
        guard result.terminationStatus.isSuccess || result.terminationStatus == .signaled(SIGTERM) else {
            throw Absence(reason: "\(tool) failed: \(result.standardError.suffix(300))")
        }
    }
}
