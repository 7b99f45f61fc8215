import WireText

/// Takes out of a paste what the reporter typed: commands with their bodies, settings, and lines of code.
///
/// They are a request, never an answer: the words of a prompt, of a file's name or of a variable say nothing about why a call
/// failed.
package enum TypedText {
    /// No command goes over more lines.
    private static let commandLines = 80

    /// A text without what was typed; the text as it is where nothing else stands in it.
    package static func removed(from text: String) -> String {
        guard (marks + ConfigurationLine.marks).contains(where: text.contains) else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var index = 0
        while index < lines.count {
            if let count = command(lines[index...]) ?? code(lines[index...]) {
                index += count
            } else {
                if !isSetting(lines[index]), !ConfigurationLine.stands(lines[index]) { kept.append(lines[index]) }
                index += 1
            }
        }
        if kept.count == lines.count || kept.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return text }
        return kept.joined(separator: "\n")
    }

    /// Without one of them nothing was typed.
    private static let marks = [
        "$ ", "# ", "% ", "curl ", "aws ", ">", "=", "import ", "throw ", "raise ", " .", "\u{276F}", "\u{279C}",
    ]

    // MARK: Commands

    /// How many lines a command takes that begins the first one; `nil` where none does.
    private static func command(_ lines: ArraySlice<Substring>) -> Int? {
        guard let first = lines.first, let typed = words(of: first) else { return nil }
        var quote: UInt8?
        var count = 0
        var line = typed
        while true {
            quote = openQuote(line, quote)
            count += 1
            let goesOn = quote != nil || line.hasSuffix("\\") || count > 1 && line.hasSuffix("`")
            guard goesOn, count < commandLines, let next = lines.dropFirst(count).first else { break }
            line = next
        }
        // A quote that nobody closed is an apostrophe.
        return quote == nil ? count : 1
    }

    /// What was typed behind a prompt, or a command that stands alone; `nil` where a line is neither.
    private static func words(of line: Substring) -> Substring? {
        let line = line.drop(while: \.isWhitespace)
        for prompt in ["$ ", "% ", ">>> ", "\u{276F} ", "\u{279C} "] where line.hasPrefix(prompt) {
            return line.dropFirst(prompt.count)
        }
        if let typed = behindPrompt(line) ?? behindDrive(line) { return typed }
        if line.hasPrefix("curl "), line.contains("://") || line.contains(" -") { return line }
        if line.hasPrefix("aws "), line.contains(" --"), line.dropFirst(4).first?.isLowercase ?? false { return line }
        return nil
    }

    /// `user@host:~/place$ `, `[user@host place]# `, `(base) user@host place % `.
    private static func behindPrompt(_ line: Substring) -> Substring? {
        let head = line.prefix(100)
        guard
            let end = ["$ ", "# ", "% "].compactMap({ head.firstRange(of: $0) }).min(by: {
                $0.lowerBound < $1.lowerBound
            })
        else { return nil }
        let prompt = line[..<end.lowerBound]
        guard prompt.contains("@"),
            prompt.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.@:~/[]() ".contains($0)) }),
            !prompt.contains(": ")
        else { return nil }
        return line[end.upperBound...]
    }

    /// `C:\place>` and `PS C:\place>`.
    private static func behindDrive(_ line: Substring) -> Substring? {
        let place = line.hasPrefix("PS ") ? line.dropFirst(3) : line
        guard place.first?.isLetter ?? false, place.dropFirst().hasPrefix(":\\"),
            let end = place.prefix(160).firstIndex(of: ">"), place.index(after: end) < place.endIndex
        else { return nil }
        return place[place.index(after: end)...]
    }

    /// The quote that is open behind a line of a shell's command.
    private static func openQuote(_ line: Substring, _ before: UInt8?) -> UInt8? {
        var open = before
        var isEscaped = false
        for byte in line.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "'") {
                isEscaped = true
            } else if byte == open {
                open = nil
            } else if open == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                open = byte
            }
        }
        return open
    }

    // MARK: Code

    /// No statement goes over more lines.
    private static let statementLines = 40

    /// How many lines a statement takes that begins the first one, up to the bracket that closes its last; `nil` where none does.
    ///
    /// Imports, and calls whose value a name is given: a log writes neither, unless it shows an error as one.
    private static func code(_ lines: ArraySlice<Substring>) -> Int? {
        guard let first = lines.first, beginsStatement(first.drop(while: \.isWhitespace)) else { return nil }
        var depth = 0
        for (count, line) in lines.prefix(statementLines).enumerated() {
            for byte in line.utf8 {
                if "([{".utf8.contains(byte) { depth += 1 }
                if ")]}".utf8.contains(byte) { depth -= 1 }
            }
            if depth <= 0 { return count + 1 }
        }
        return 1
    }

    private static func beginsStatement(_ line: Substring) -> Bool {
        if throwsOwn(line) { return true }
        if saysFailure(line) { return false }
        var rest = line
        for word in ["const ", "let ", "var ", "val ", "final ", "await ", "return "] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
        }
        if rest.hasPrefix("import ") || rest.hasPrefix("from ") && rest.contains(" import ") {
            return line.utf8.count < 160 && !line.hasSuffix(".")
        }
        if isLinkOfChain(rest) { return true }
        var name = rest.prefix { isOfName($0) }
        // Java and C# write the type before the name.
        let second = rest[name.endIndex...].dropFirst().prefix { isOfName($0) }
        if name.first?.isUppercase ?? false, rest[name.endIndex...].first == " ", !second.isEmpty,
            rest[second.endIndex...].hasPrefix(" = ")
        {
            name = second
        }
        let value = rest[name.endIndex...].drop { $0 == " " }
        // A log writes name=value without blanks.
        guard !name.isEmpty, rest[name.endIndex...].first == " ", value.hasPrefix("= ") || value.hasPrefix(":= ") else {
            return false
        }
        var call = value.drop { ":= ".contains($0) }
        for word in ["await ", "new "] where call.hasPrefix(word) { call = call.dropFirst(word.count) }
        let function = call.prefix { isOfName($0) || $0 == "." }
        return function.utf8.count > 2 && call[function.endIndex...].first == "("
    }

    /// A builder's line, `.credentialsProvider(ProfileCredentialsProvider.create())`: a dot, a name in small letters first, a bracket.
    private static func isLinkOfChain(_ line: Substring) -> Bool {
        guard line.first == "." else { return false }
        let name = line.dropFirst().prefix { isOfName($0) }
        return name.utf8.count > 2 && name.first?.isLowercase ?? false && line[name.endIndex...].first == "("
    }

    /// `throw new Error("Region is missing")`, `raise ValueError("...")`: the line of source that a crash dump shows, whose text may be
    /// that of another error than was thrown.
    private static func throwsOwn(_ line: Substring) -> Bool {
        guard let word = ["throw new ", "throw ", "raise "].first(where: line.hasPrefix) else { return false }
        let name = line.dropFirst(word.count).prefix { isOfName($0) || $0 == "." }
        return name.utf8.count > 3 && line[name.endIndex...].first == "("
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }

    // MARK: Settings

    /// `AWS_PROFILE=default`, `export AWS_REGION=...`, `$env:AWS_REGION = ...`: a variable and its value.
    private static func isSetting(_ line: Substring) -> Bool {
        var rest = line.drop(while: \.isWhitespace)
        for command in ["export ", "set ", "$env:", "ENV "] where rest.hasPrefix(command) {
            rest = rest.dropFirst(command.count)
        }
        let name = rest.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
        guard name.utf8.count > 3, name.contains("_"), !name.contains("ERROR"), name.first?.isLetter ?? false else {
            return false
        }
        let value = rest[name.endIndex...].drop { $0 == " " }
        return value.first == "=" && !saysFailure(value)
    }

    /// Whether words say that something failed: what was typed does not.
    private static func saysFailure(_ words: Substring) -> Bool {
        ["rror", "xception", "ailed"].contains { words.contains($0) }
    }
}
