import Foundation

/// The command as its users run it: a process with nothing in its environment but what a test gives it.
struct DoctorProcess {
    struct Result {
        var status: Int32
        var output: String
        var errors: String

        /// Everything the process wrote.
        var everything: String { output + errors }
    }

    /// The binary stands beside the test bundle.
    static let binary = Bundle.main.bundleURL.appending(path: "doctor").path

    /// The checkout, which holds `vectors/` and `recordings/`.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Runs the command to its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], input: String? = nil
    ) throws -> Result {
        let process = try start(arguments, environment: environment, input: input)
        return process.finish()
    }

    /// Starts the command; the caller finishes it.
    static func start(
        _ arguments: [String], environment: [String: String] = [:], input: String? = nil
    ) throws -> Running {
        let running = Running()
        running.process.executableURL = URL(filePath: binary)
        running.process.arguments = arguments
        running.process.environment = ["DOCTOR_DATA": checkout, "HOME": "/nonexistent"].merging(environment) { $1 }
        running.process.standardOutput = running.output
        let folder = try TemporaryFolder()
        running.folder = folder
        running.process.standardError = try folder.writing("errors")
        let stdin = Pipe()
        running.process.standardInput = stdin
        try running.process.run()
        if let input { try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try stdin.fileHandleForWriting.close()
        return running
    }

    /// A process under way.
    final class Running {
        let process = Process()
        fileprivate let output = Pipe()

        /// Standard error goes to a file: a second pipe would need a second reader, or it could fill up and hold the process.
        fileprivate var folder: TemporaryFolder?

        /// The next line of standard output, without its end.
        func firstLine() -> String {
            var line = ""
            while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
                line.unicodeScalars.append(Unicode.Scalar(byte))
            }
            return line
        }

        /// Waits until standard error has a text; a test's time limit bounds it.
        func waitForLog(_ text: String) {
            while process.isRunning, (try? folder?.text("errors"))?.contains(text) != true {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }

        func interrupt() { process.interrupt() }
        func terminate() { process.terminate() }

        func finish() -> Result {
            let outputData = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            let errorText = (try? folder?.text("errors")) ?? ""
            return Result(
                status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
                errors: errorText)
        }
    }
}
