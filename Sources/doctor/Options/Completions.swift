import ArgumentParser
import Catalog
import Codes
import FoundationEssentials
import MockBedrock
import Report

/// What a shell offers where the values are known: model ids, regions, codes.
///
/// The generated scripts ask the program itself, so that they need no renewal when a model or a code is added.
enum Completions {
    /// A model id, or the last one of a list.
    static var models: CompletionKind {
        offering { word in
            matching(word, ModelCatalog.documented.models.flatMap(names))
        }
    }

    /// What patterns may name that is known before a run: checks and codes.
    static var results: CompletionKind {
        offering { word in RunManners.findingNames.filter { $0.hasPrefix(word) } }
    }

    /// The same for what alone is run: a check that the command does not make would leave nothing.
    static var wanted: CompletionKind {
        offering { words, word in (checks(of: words) + RunManners.codes).filter { $0.hasPrefix(word) } }
    }

    /// The checks that a command line can be run for.
    static func checks(of words: [String]) -> [String] {
        let identity: [Check] = words.contains("--identity") ? [.identity] : []
        let command = words.first(where: CommandList.names.contains)
        let checks: [Check] =
            switch command {
            case "check", nil: EnvCommand.checks + CheckCommand.checks + identity
            case "env": EnvCommand.checks + identity
            case "clock": ClockCommand.checks
            case "explain": [.explain]
            case "lint": [.request]
            // Of reports that are there already.
            case "merge", "diff": Check.allCases
            default: []
            }
        return checks.map(\.rawValue)
    }

    /// A kind of fault.
    static var faults: CompletionKind {
        offering { word in FaultRule.kinds.map(\.name).filter { $0.hasPrefix(word) } }
    }

    /// A region, or the last one of a list.
    static var regions: CompletionKind {
        offering { word in
            matching(word, ["all"] + RegionCatalog.commercial.map(\.name))
        }
    }

    /// A code; else a file, since `explain` takes both.
    static var codesAndFiles: CompletionKind {
        offering { word in
            let codes = CodeRegistry.all.map(\.spelling).filter { $0.hasPrefix(word) }
            return codes.isEmpty || word.isEmpty ? codes + files(word) : codes
        }
    }

    /// A code or a status, or the last one of a list.
    static var failures: CompletionKind {
        offering { word in
            matching(word, ["fail", "warn", "unknown"] + CodeRegistry.all.map(\.spelling))
        }
    }

    private static func offering(_ values: @escaping @Sendable (String) -> [String]) -> CompletionKind {
        offering { _, word in values(word) }
    }

    /// - Parameter values: What is offered, by the words of the line and the beginning of the one that is typed.
    private static func offering(_ values: @escaping @Sendable ([String], String) -> [String]) -> CompletionKind {
        let complete: @Sendable ([String], Int, String) -> [String] = { words, _, word in
            let offered = values(words, word)
            // For zsh a colon ends the word, and its description follows.
            return CompletionShell.requesting == .zsh ? offered.map { $0.replacing(":", with: "\\:") } : offered
        }
        return .custom(complete)
    }

    /// The id of a model, and those of its profiles.
    private static func names(_ model: ModelEntry) -> [String] {
        [model.id] + model.profiles.map { "\($0.prefix).\(model.id)" }
    }

    /// The values with which the last word of a list may go on, each behind the words before it.
    static func matching(_ list: String, _ values: [String]) -> [String] {
        let start = list.lastIndex(of: ",").map { list.index(after: $0) } ?? list.startIndex
        return values.filter { $0.hasPrefix(list[start...]) }.map { String(list[..<start]) + $0 }
    }

    /// The files whose path begins so; a directory ends with a slash.
    private static func files(_ path: String) -> [String] {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let (directory, name) = (String(path[..<start]), path[start...])
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.isEmpty ? "." : directory)) ?? []
        return names.filter { $0.hasPrefix(name) && ($0.first != "." || name.first == ".") }.sorted().map {
            directory + $0 + (FileSystem.isDirectory(directory + $0) ? "/" : "")
        }
    }
}
