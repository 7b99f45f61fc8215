import ArgumentParser
import Report

/// The files that one run writes: no two of them may be the same.
enum WrittenFiles {
    /// - Parameter files: Each with the option that names it.
    /// - Throws: `ValidationError` for two options that name one file.
    static func check(_ files: [(option: String, path: String?)]) throws {
        var seen: [String: String] = [:]
        for case (let option, let path?) in files where path != "-" && !path.hasPrefix("/dev/") {
            if let other = seen.updateValue(option, forKey: FileSystem.canonical(path)), other != option {
                throw ValidationError(
                    "\(other) and \(option) name the same file, \(PrintableText.escaped(path)): give each one of its own."
                )
            }
        }
    }
}
