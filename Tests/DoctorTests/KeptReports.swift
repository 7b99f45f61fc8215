import Foundation

/// The reports that the tests make, kept for whoever holds them against the published schemas: `.ci/run` names a folder in
/// `DOCTOR_KEPT_REPORTS`, and gives it to jsonschema after the tests.
enum KeptReports {
    private static let folder = ProcessInfo.processInfo.environment["DOCTOR_KEPT_REPORTS"].map { URL(filePath: $0) }

    /// Keeps what a process wrote to standard output, if it is a report, or a whole stream of lines.
    static func keep(_ output: String) {
        guard let folder, let kind = kind(output) else { return }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(output.utf8).write(to: folder.appending(path: "\(UUID().uuidString).\(kind)"))
        } catch {
            // Who validates the folder sees that it is empty.
        }
    }

    private static func kind(_ output: String) -> String? {
        if output.hasPrefix("{"), output.prefix(100).contains("\"bedrock-doctor.report/1\"") { return "json" }
        let last = output.split(separator: "\n").last
        return output.hasPrefix("{\"type\":\"start\"") && last?.hasPrefix("{\"type\":\"end\"") == true ? "jsonl" : nil
    }
}
