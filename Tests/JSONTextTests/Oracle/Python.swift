import Foundation

/// Runs short Python programs.
enum Python {
    /// Whether there is a Python to ask.
    static let isInstalled = path != nil

    private static let path = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What the program writes to its output when it is given the input.
    static func run(_ program: String, input: [UInt8]) throws -> Data {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        // The input goes through a file: a pipe would fill up while nobody reads the output yet.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("json-oracle-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", program]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }
}
