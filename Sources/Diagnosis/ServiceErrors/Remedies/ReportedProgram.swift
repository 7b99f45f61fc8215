import Evidence
import JSONText
import Report
import WireText

/// A program that a reporter names with its version, as forms of issues ask for it: `Dify version 0.6.0`, `- Bedrock Client for Mac version:
/// 1.2.9`.
///
/// Whoever uses it writes no request, and no code: a newer version of it is what helps.
struct ReportedProgram: Sendable, Hashable {
    let name: String
    let version: String

    /// Longer texts are logs, which name versions of all kinds.
    private static let limit = 16_384

    /// The first that a text names; `nil` where it names none but languages, systems and SDKs.
    init?(in text: String) {
        let lines = text.prefix(Self.limit).split(whereSeparator: \.isNewline).map { Self.bare($0) }
        for (index, line) in lines.enumerated() where line.utf8.count < 100 {
            guard let (name, rest) = Self.parts(of: line), Self.isProgram(name) else { continue }
            let value = rest.isEmpty && index + 1 < lines.count ? lines[index + 1] : rest
            guard let version = Self.version(in: value) else { continue }
            (self.name, self.version) = (name, version)
            return
        }
        return nil
    }

    /// A line without the marks of lists, headings and bold type.
    private static func bare(_ line: Substring) -> String {
        let plain = line.replacing("**", with: "").replacing("`", with: "")
        return String(plain.drop { " \t-*#>+\u{2022}".contains($0) }.trimmed(of: " \t"))
    }

    /// What stands before the word `version` and behind it.
    private static func parts(of line: String) -> (name: String, rest: String)? {
        guard let mark = line.firstRange(of: " version") ?? line.firstRange(of: " Version") else { return nil }
        let name = line[..<mark.lowerBound].trimmed(of: " :")
        let rest = line[mark.upperBound...].trimmed(of: " :=")
        return name.isEmpty || name.utf8.count > 40 ? nil : (String(name), String(rest))
    }

    /// `1.2.9`, `v0.6.0-fix1`, `Version 1.2.9 (1ea6d531)`.
    private static func version(in value: String) -> String? {
        let words = value.split { " ,;(".contains($0) }
        let word = words.first { $0.lowercased() != "version" }?.drop { $0 == "v" || $0 == "V" }
        guard let word, word.first?.isNumber ?? false, word.contains("."), word.utf8.count < 24 else { return nil }
        return String(word.trimmed(of: "."))
    }

    /// Words of which no program's name alone consists.
    private static let general: Set<String> = [
        "os", "macos", "mac", "windows", "linux", "ubuntu", "debian", "fedora", "alpine", "ios", "android", "kernel",
        "node", "nodejs", "node.js", "npm", "pnpm", "yarn", "bun", "deno", "python", "pip", "conda", "java", "jdk",
        "jvm", "openjdk", "kotlin", "scala", "go", "golang", "rust", "cargo", "ruby", "php", ".net", "dotnet", "c#",
        "typescript", "javascript", "swift", "xcode", "elixir", "docker", "kubernetes", "k8s", "helm", "kubectl",
        "browser", "chrome", "firefox", "safari", "edge", "electron", "vs", "vscode", "code", "ide", "editor",
        "intellij", "jetbrains", "shell", "terminal", "git", "curl", "openssl", "sdk", "cli", "aws", "boto3",
        "botocore", "amazon", "bedrock", "anthropic", "openai", "claude", "model", "api", "provider", "module",
        "package", "library", "framework", "plugin", "extension", "app", "application", "client", "server", "core",
        "terraform", "opentofu", "cdk", "spring", "boot", "react", "next.js", "nextjs", "django", "fastapi",
        "postgres", "postgresql", "redis", "mongodb", "database", "schema", "the", "this", "that", "a", "an", "my",
        "our", "your", "same", "new", "newer", "newest", "old", "older", "latest", "last", "current", "previous",
        "earlier", "affected", "which", "what", "any", "every", "each", "and", "with", "in", "on", "of", "is", "it",
        "from", "to", "was", "after", "before", "until", "since", "using", "used", "full", "tested", "release",
        "protocol", "http", "tls", "software", "product", "system", "runtime", "image", "cuda", "engine", "project",
    ]

    private static func isProgram(_ name: String) -> Bool {
        let words = name.lowercased().split { " /()".contains($0) }
        // The words of a sentence about a version are no name.
        let isSentence = words.contains {
            ["i", "we", "it", "is", "was", "worked", "works", "update", "upgrade", "a"].contains($0)
        }
        return (1...6).contains(words.count) && !isSentence && (name.first?.isLetter ?? false)
            && !words.allSatisfy { general.contains(String($0)) }
    }

    /// What its user can do about a request, or a mistake of its code.
    func remedy(_ what: String) -> Remedy {
        let shown = PrintableText.escaped(name, limit: 60)
        return Remedy(
            """
            Update \(shown) (it is version \(PrintableText.escaped(version, limit: 24)) here), which \(what), and you do not; where the newest does so too, report the sentence to its project, or choose another model in it meanwhile.
            """
        ).about(.instruction)
    }
}

extension FailedCall {
    /// The program that the reporter names, where no mark of a known one leads.
    var reportedProgram: ReportedProgram? { ReportedProgram(in: shown) }
}
