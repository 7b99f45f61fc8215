import ArgumentParser
import WireText

/// Which form of the result goes where; `-` is standard output.
struct ReportDestinations {
    let pairs: [(format: ReportFormat, path: String)]

    /// Pairs forms with files.
    ///
    /// `FORM=FILE` names its form. What is left is paired in order where there are as many forms as files, or where one
    /// form is left for standard output. Whether `--output` stood behind the first or the second `--format` cannot be
    /// seen, so nothing is guessed.
    init(formats: [ReportFormat], outputs: [String]) throws {
        var named: [(format: ReportFormat, path: String)] = []
        var plain: [String] = []
        for output in outputs {
            try Self.refuseMistypedForm(output)
            if let pair = Self.named(output) { named.append(pair) } else { plain.append(output) }
        }
        var rest = formats
        // The text that nobody asked for gives way to what shall stand on standard output.
        let isTaken = named.contains { $0.format == .text || Self.isStandardOutput($0.path) }
        if formats.isEmpty, !plain.isEmpty || !isTaken { rest = [.text] }
        for pair in named {
            if let index = rest.firstIndex(of: pair.format) { rest.remove(at: index) }
        }
        if plain.isEmpty, rest.count == 1 { plain = ["-"] }
        guard plain.count == rest.count else { throw Self.unpaired(rest, plain) }
        pairs = zip(rest, plain).map { ($0, $1) } + named
        guard !pairs.contains(where: { $0.path.isEmpty }) else {
            throw ValidationError("--output takes a file's name or -, found an empty one.")
        }
        var places: [String: ReportFormat] = [:]
        for pair in pairs {
            let isStandard = Self.isStandardOutput(pair.path)
            if let other = places.updateValue(pair.format, forKey: isStandard ? "-" : FileSystem.canonical(pair.path)) {
                let place = isStandard ? "standard output" : VisibleText.of(pair.path)
                throw ValidationError(
                    "--output: \(other.rawValue) and \(pair.format.rawValue) would both go to \(place): give each a file "
                        + "of its own, as in --output \(pair.format.rawValue)=report.\(pair.format.fileExtension).")
            }
        }
    }

    private static func isStandardOutput(_ path: String) -> Bool {
        path == "-" || ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].contains(path)
    }

    private static func named(_ output: String) -> (format: ReportFormat, path: String)? {
        guard let equals = output.firstIndex(of: "="), let format = ReportFormat(rawValue: String(output[..<equals]))
        else { return nil }
        return (format, String(output[output.index(after: equals)...]))
    }

    /// A word before `=` that is no form would otherwise become part of a file's name.
    private static func refuseMistypedForm(_ output: String) throws {
        guard let equals = output.firstIndex(of: "=") else { return }
        let name = String(output[..<equals])
        guard ReportFormat(rawValue: name) == nil, name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D })
        else { return }
        let nearest = ReportFormat.nearest(to: name).map { "did you mean \($0.rawValue)?" }
        throw ValidationError(
            "--output: there is no form '\(VisibleText.of(name))'; \(nearest ?? "there are \(ReportFormat.listed).") "
                + "A file of that name is ./\(VisibleText.of(output)).")
    }

    private static func unpaired(_ formats: [ReportFormat], _ files: [String]) -> ValidationError {
        let counts = "\(count(formats.count, "form")) and \(count(files.count, "file"))"
        guard let format = formats.last else {
            return ValidationError("There are \(counts) to pair: each --output belongs to one --format.")
        }
        let file = files.first.map { VisibleText.of($0) } ?? "report.\(format.fileExtension)"
        return ValidationError(
            "There are \(counts) to pair, so it is open which goes where. Name the form with the file, as in "
                + "--output \(format.rawValue)=\(file); one form without a file goes to standard output.")
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
