import JSONText
import WireText

/// Lines by which programs are configured or built: nginx, HAProxy, Envoy, Terraform, Docker, lists of packages, timeouts in any file.
///
/// They are pasted beside a failure and are none: `proxy_connect_timeout 300;` says that somebody may wait, not that anybody did in
/// vain.
enum ConfigurationLine {
    /// Without one of them a text has no such line.
    static let marks = [
        ";\n", ";\r", "imeout", "etries", "==", "FROM ", "RUN ", "COPY ", "{\n", "ProxyP", "reverse_proxy ",
        "header_up ",
        "set-header ", "assHostHeader", "host_rewrite",
    ]

    /// No line of a configuration is longer.
    private static let limit = 240

    static func stands(_ line: Substring) -> Bool {
        let text = Substring(line.trimmedWhitespace())
        guard (4...limit).contains(text.utf8.count), !speaksOfFailure(text) else { return false }
        return isDirective(text) || ProxyDirective(text) != nil || isBlock(text) || isWait(text) || isFigure(text)
            || isPackage(text)
            || isImageStep(text)
    }

    /// Whether words stand there by which failures are told, in a name, a value or a sentence.
    private static func speaksOfFailure(_ line: Substring) -> Bool {
        ["rror", "xception", "ailed", "ERR", "enied", "efused", "timed out", "nable to"].contains {
            line.contains($0)
        }
    }

    // MARK: Forms

    /// nginx: `proxy_set_header Host $host;`, a name with an underscore or of nginx's own, values, a semicolon.
    private static func isDirective(_ line: Substring) -> Bool {
        guard line.last == ";", !line.contains("(") else { return false }
        let name = line.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        guard let behind = line[name.endIndex...].first, behind == " " || behind == "\t" else { return false }
        let value = line[name.endIndex...].drop { $0 == " " || $0 == "\t" }
        return value.first != "=" && (name.contains("_") && name.first != "_" || directives.contains(String(name)))
    }

    private static let directives: Set<String> = [
        "listen", "server", "resolver", "root", "include", "allow", "deny", "keepalive", "rewrite", "zone",
    ]

    /// What opens a block of nginx or Terraform: `location /v1 {`, `resource "aws_lambda_function" "chat" {`.
    private static func isBlock(_ line: Substring) -> Bool {
        guard line.last == "{" else { return false }
        return blocks.contains(String(line.prefix { $0 != " " && $0 != "{" }))
    }

    private static let blocks: Set<String> = [
        "server", "location", "upstream", "http", "events", "resource", "module", "provider", "data", "variable",
        "output",
        "terraform", "locals",
    ]

    /// HAProxy: `timeout connect 5s`.
    private static func isWait(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        return words.count == 3 && words[0] == "timeout" && words[1].allSatisfy { $0.isLowercase || $0 == "-" }
            && isFigure(value: words[2])
    }

    /// A wait or a number of attempts in a file of settings or in a call, as `connect_timeout: 5s` and `read_timeout=300,` are.
    ///
    /// The value is a figure, a switch or nothing, never a sentence.
    private static func isFigure(_ line: Substring) -> Bool {
        var rest = line.hasPrefix("- ") ? line.dropFirst(2) : line
        if rest.hasPrefix("--") { rest = rest.dropFirst(2) }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
        let lower = name.lowercased()
        guard
            ["timeout", "retries", "retry", "keepalive", "keep_alive", "interval", "attempts"].contains(
                where: lower.contains)
        else { return false }
        rest = rest[name.endIndex...].drop { $0 == " " }
        guard let sign = rest.first, sign == ":" || sign == "=" else { return false }
        let value = rest.dropFirst().drop { $0 == " " }.prefix { $0 != "#" }
        return isFigure(value: Substring(value.trimmed(of: " ,;\"'")))
    }

    private static func isFigure(value: Substring) -> Bool {
        if ["", "true", "false", "null", "none", "None"].contains(String(value)) { return true }
        let digits = value.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "_") }
        return !digits.isEmpty && value[digits.endIndex...].allSatisfy { $0.isASCII && $0.isLetter }
            && value.utf8.count < 16
    }

    /// A package with its version: `boto3==1.34.0`, `- langchain-aws>=0.2`.
    private static func isPackage(_ line: Substring) -> Bool {
        let rest = line.hasPrefix("- ") ? line.dropFirst(2) : line
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.[]".contains($0)) }
        let behind = rest[name.endIndex...]
        guard !name.isEmpty, let sign = ["==", ">=", "~=", "<="].first(where: behind.hasPrefix) else { return false }
        return behind.dropFirst(sign.count).first?.isNumber ?? false && !rest.contains(" ")
    }

    /// A step of an image: `FROM python:3.12`, `RUN pip install boto3`.
    private static func isImageStep(_ line: Substring) -> Bool {
        let word = line.prefix { $0 != " " }
        return word.endIndex < line.endIndex && steps.contains(String(word))
    }

    private static let steps: Set<String> = [
        "FROM", "RUN", "COPY", "ADD", "WORKDIR", "EXPOSE", "ENTRYPOINT", "CMD", "VOLUME", "HEALTHCHECK",
    ]
}
