import FoundationEssentials
import JSONText

/// A file that is there while the server answers, for scripts that wait for it: JSON that says where everything is.
///
/// It is written whole and then given its name, so whoever sees it can read it; its owner alone can, for the address of the
/// admin endpoint holds a secret.
struct ReadyFile: Sendable {
    let path: String

    /// Takes away what an earlier run has left, which would tell of a server that is gone.
    ///
    /// - Throws: ``InputProblem`` when what is there is anything but such a file: it is left as it is.
    func clear() throws(InputProblem) {
        // Of a link these are the link's own: what it leads to is not ours.
        guard let found = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        // One that is empty was made to have the name.
        guard found[.type] as? FileAttributeType == .typeRegular,
            FileSystem.beginning(of: path, upTo: 1).isEmpty || processIdentifier != nil
        else {
            throw InputProblem(file: path, message: "is there already and is no ready file: give a name that is free")
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The process that the file tells of; `nil` where there is no ready file.
    private var processIdentifier: Int? {
        guard let bytes = try? FileSystem.read(path, upTo: 1 << 16, takesPipes: false),
            let content = try? JSONValue(parsing: bytes).objectValue,
            Set(content.map(\.name)) == ["endpoint", "admin", "page", "processIdentifier"]
        else { return nil }
        return content["processIdentifier"]?.numberValue?.int64.map { Int($0) }
    }

    /// Says that the server answers.
    func write(endpoint: String, admin: String?, hasPage: Bool) throws(InputProblem) {
        let content = JSONValue.object([
            "endpoint": .string(endpoint), "admin": .text(admin), "page": .text(hasPage ? admin : nil),
            "processIdentifier": .number(JSONNumber(Int(ProcessInfo.processInfo.processIdentifier))),
        ])
        try FileSystem.write(Array((content.text(.pretty(indent: 2)) + "\n").utf8), to: path, readableBy: .owner)
    }

    /// Says that it answers no more; what another server has written there since stays.
    func remove() {
        guard processIdentifier == Int(ProcessInfo.processInfo.processIdentifier) else { return }
        try? FileManager.default.removeItem(atPath: path)
    }
}
