/// The name of a recording that is made from a file of another tool.
enum RecordingName {
    /// The file's name without directory and extension.
    static func of(_ file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
