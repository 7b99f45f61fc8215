import WireText

/// Words that a lost line break glued to the next: those of IAM's sentence, and the beginning of what a program wrote below it.
enum GluedWords {
    /// A text with a blank before the words of IAM's sentence that were glued on: `...-v1:0because no identity-based policy`,
    /// `InvokeModelon resource: arn`.
    static func apart(_ text: String) -> String {
        var result = text
        for words in ["because no ", "with an explicit deny", "on resource: arn:"] {
            guard result.contains(words) else { continue }
            var fixed = ""
            var rest = result[...]
            while let found = rest.firstRange(of: words) {
                fixed += rest[..<found.lowerBound]
                if let last = fixed.last, last.isASCII, last.isLetter || last.isNumber || last == "*" { fixed += " " }
                fixed += words
                rest = rest[found.upperBound...]
            }
            result = fixed + rest
        }
        return result
    }

    /// The action at the beginning of a name to which the first word of the next line was glued; the name where nothing shows
    /// that.
    static func action(_ name: Substring) -> Substring {
        let known = actions.filter { name.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
        guard let known, known.utf8.count < name.utf8.count else { return name }
        let rest = name.dropFirst(known.count)
        // `InvokeAgentRuntime` goes on with a word that only begins as `Run` does.
        let isOpened = openers.contains { rest.hasPrefix($0) && rest.dropFirst($0.count).first?.isLowercase != true }
        return isOpened ? name.prefix(known.count) : name
    }

    /// What begins a line behind the refusal.
    private static let openers = [
        "Error", "Exception", "Traceback", "During", "Caused", "Process", "Run", "The", "File", "INFO", "WARN", "DEBUG",
        "Request",
        "Retry",
    ]

    private static let actions =
        WrapperText.operations.union([
            "AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML", "TagSession", "GetSessionToken",
            "InvokeAgent", "InvokeAgentRuntime", "InvokeAgentRuntimeForUser",
            "Retrieve", "RetrieveAndGenerate", "GetObject", "PutObject", "ListBucket", "GetSecretValue", "Decrypt",
        ])
}
