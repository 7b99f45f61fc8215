import Report
import WireText

/// A Python package that a program does not find: it belongs into the environment of that program, which the paths of a traceback
/// show.
///
/// Sources: <https://docs.astral.sh/uv/concepts/tools/#including-additional-dependencies>, <https://pipx.pypa.io/stable/docs/>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/python-package.html>.
extension FailedCall {
    /// What to do, by where the program is installed.
    var missingPackage: [Remedy] {
        guard let module = Self.missingModule(in: text) else { return [] }
        let package = Self.packages[module] ?? module
        let (how, command) = installation(of: package)
        return [
            Remedy(
                """
                The Python that runs the program has no module named \(module), so nothing was sent. \(how) A pip of another environment \
                does not help.
                """,
                command: command)
        ]
    }

    /// The module that an import did not find: the first part of its name.
    private static func missingModule(in text: String) -> String? {
        let marks = ["No module named '", "No module named \"", "Missing ", "No module named "]
        for mark in marks {
            guard let found = text.ranges(of: mark).last else { continue }
            let name = text[found.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
            }
            if !name.isEmpty, name.utf8.count < 60 { return String(name) }
        }
        return nil
    }

    /// Packages whose name is another than that of their module.
    private static let packages = [
        "langchain_aws": "langchain-aws", "llama_index": "llama-index-llms-bedrock-converse", "yaml": "pyyaml",
        "awscrt": "botocore[crt]", "strands": "strands-agents",
    ]

    /// Where the package belongs, and the command that puts it there.
    private func installation(of package: String) -> (how: String, command: String?) {
        if let tool = folder(behind: "/uv/tools/") {
            return (
                "The program is a tool of uv with an environment of its own: put the package into that.",
                "uv tool install --with \(package) \(tool)"
            )
        }
        if let tool = folder(behind: "/pipx/venvs/") {
            return (
                "The program is an application of pipx with an environment of its own: put the package into that.",
                "pipx inject \(tool) \(package)"
            )
        }
        if text.contains("/var/task/") || text.contains("/opt/python/") || text.contains("/var/runtime/") {
            return ("In Lambda it belongs into the function's package or into a layer.", nil)
        }
        if let environment = folder(behind: "/envs/") {
            return (
                "The program runs in an environment of conda: put the package into that.",
                "conda run -n \(environment) python -m pip install \(package)"
            )
        }
        if let python = environmentsPython {
            return (
                "The program runs in a virtual environment: put the package into that.",
                "\(python) -m pip install \(package)"
            )
        }
        return (
            "Install it for the very Python that runs the program (the paths of the traceback show which), or into the image of its container.",
            "python3 -m pip install \(package)"
        )
    }

    /// A folder's name behind a part of a path.
    private func folder(behind mark: String) -> String? {
        guard let found = text.firstRange(of: mark) else { return nil }
        let name = text[found.upperBound...].prefix { $0 != "/" && !$0.isWhitespace && $0 != "\"" }
        return ShellWord.quoted(String(name))
    }

    /// The Python of the virtual environment that a path of the traceback lies in.
    private var environmentsPython: String? {
        for mark in ["/.venv/lib/python3", "/venv/lib/python3", "/env/lib/python3"] {
            guard let found = text.firstRange(of: mark) else { continue }
            let start = text[..<found.lowerBound].lastIndex { $0 == "\"" || $0.isWhitespace }
            let head = start.map { text[text.index(after: $0)..<found.lowerBound] } ?? text[..<found.lowerBound]
            let name = mark.split(separator: "/").first.map(String.init) ?? ""
            return ShellWord.quoted("\(head)/\(name)/bin/python")
        }
        return nil
    }
}
