import Foundation

/// Runs short Python programs that use PyYAML.
enum PyYAML {
    /// Whether there is a Python with PyYAML to ask.
    static let isInstalled: Bool = (try? run("import yaml", input: [])) != nil

    private static let path = ["/usr/bin/python3", "/usr/local/bin/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What the program writes to its output when it is given the input and arguments.
    static func run(_ program: String, input: [UInt8], arguments: [String] = []) throws -> [UInt8] {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        // The input goes through a file: a pipe would fill up while nobody reads the output yet.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("import-oracle-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", program] + arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return Array(data)
    }
}
