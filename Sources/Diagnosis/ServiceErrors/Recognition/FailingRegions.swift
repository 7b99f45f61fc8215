import Catalog
import ConverseAPI
import JSONText

/// The regions of a log in which AWS does not know the keys, those in which the same program got through, and those that a list asks for.
///
/// A program that goes through all regions says one sentence of each: keys that are good in the others are unknown where the account has not
/// enabled the region, and in another partition
/// (<https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>).
struct FailingRegions: Sendable {
    /// Where the keys are refused, in their order.
    private(set) var refused: [String] = []

    /// Where a step succeeded.
    private(set) var passed: Set<String> = []

    /// What a list in the text asks for; a list has three at least.
    private(set) var listed: [String] = []

    /// Whether the text tells of keys that were changed, or of a time at which all was well.
    private let areKeysChanged: Bool

    /// Whether a sentence says that a usual region is the only one.
    private(set) var isOneAlone = false

    private static let limit = 32_768
    private static let shortestList = 3

    init(_ text: String) {
        var above: (names: [String], distance: Int) = ([], 0)
        let words = text.prefix(Self.limit).lowercased().split { !$0.isLetter }
        areKeysChanged = words.contains { Self.changes.contains(String($0)) }
        for line in text.prefix(Self.limit).split(whereSeparator: \.isNewline) {
            let lower = line.lowercased()
            let names = Self.names(in: lower)
            if names.count == 1, !Self.mustBeEnabled(names[0]), !Self.isOfOtherPartition(names[0]) {
                let isAlone = lower.split { !$0.isLetter }.contains { ["only", "just", "now", "alone"].contains($0) }
                if isAlone { isOneAlone = true }
            }
            if Self.refusals.contains(where: lower.contains) {
                // The step that failed may be named above its error.
                add(names.isEmpty && above.distance < 3 ? above.names : names)
                above = ([], 0)
            } else if names.count >= Self.shortestList {
                if Self.isSetting(lower) { listed += names.filter { !listed.contains($0) } }
            } else if names.isEmpty || Self.isItem(names, lower) {
                above.distance += 1
            } else {
                above = (names, 0)
            }
            if Self.succeeds(lower) { passed.formUnion(names) }
        }
        passed.subtract(refused)
    }

    /// Whether AWS says anywhere that it does not know the keys; without that no region refuses them.
    static func isRefused(in text: String) -> Bool {
        let lower = text.prefix(Self.limit).lowercased()
        return refusals.contains { lower.contains($0) }
    }

    private mutating func add(_ names: [String]) {
        // A list of what was asked for says nothing of the one that failed.
        guard names.count < Self.shortestList else { return }
        refused += names.filter { !refused.contains($0) }
    }

    // MARK: Lines

    private static let refusals = [
        "security token included in the request is invalid", "invalidclienttokenid", "unrecognizedclientexception",
        "invalidaccesskeyid", "(authfailure)",
    ]

    private static let changes: Set<String> = [
        "rotate", "rotated", "rotation", "rotating", "revoked", "deactivated", "replaced", "yesterday", "worked",
        "before", "until",
    ]

    private static let successes: Set<String> = [
        "done", "deployed", "success", "successful", "successfully", "succeeded", "succeeds", "ok", "works", "worked",
        "completed", "passed", "passes", "finished", "fine",
    ]

    private static let denials: Set<String> = [
        "not", "no", "error", "failed", "fails", "fail", "failing", "cannot", "can't", "doesn't", "isn't", "except",
        "until",
    ]

    private static func succeeds(_ line: String) -> Bool {
        let words = line.split { !($0.isLetter || $0 == "'") }.map(String.init)
        return words.contains(where: successes.contains) && !words.contains(where: denials.contains)
    }

    /// Whether a line has a name and no more: a list goes down.
    private static func isItem(_ names: [String], _ line: String) -> Bool {
        names.count == 1 && names[0].utf8.count + 6 > line.trimmedWhitespace().utf8.count
    }

    /// Whether a line hands its regions to a program: an option or a setting, and no sentence about regions.
    private static func isSetting(_ line: String) -> Bool {
        ["--region", "regions=", "regions =", "regions:", "regions\":", "regions':"].contains(where: line.contains)
    }

    /// The regions that a text names, in its order; it is in lower case.
    static func names(in line: String) -> [String] {
        var names: [String] = []
        for word in line.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }) {
            let name = String(word.trimmed(of: "-"))
            if RegionCatalog.isKnown(name), !names.contains(name) { names.append(name) }
        }
        return names
    }

    // MARK: What follows

    static func mustBeEnabled(_ name: String) -> Bool { RegionCatalog.region(named: name)?.optIn == .needed }

    static func isOfOtherPartition(_ name: String) -> Bool { Partition.containing(region: name) != .commercial }

    /// Whether all that refuse are regions that an account has to enable, and the text shows that it is not one by chance.
    var areOptIn: Bool {
        guard !refused.isEmpty, refused.allSatisfy(Self.mustBeEnabled) else { return false }
        return refused.count > 1 && !areKeysChanged || areProved
    }

    /// Whether the same keys got through in a region that no account has to enable.
    var areProved: Bool { passed.contains { !Self.mustBeEnabled($0) && !Self.isOfOtherPartition($0) } }

    /// The regions of the list that a usual account's keys do not reach, where it names usual ones, too.
    var beyond: (disabled: [String], foreign: [String])? {
        let isElsewhere = refused.contains { !Self.mustBeEnabled($0) && !Self.isOfOtherPartition($0) }
        guard !isOneAlone, !isElsewhere, !areKeysChanged else { return nil }
        let foreign = listed.filter(Self.isOfOtherPartition)
        let disabled = listed.filter(Self.mustBeEnabled)
        guard foreign.count + disabled.count < listed.count, !foreign.isEmpty || !disabled.isEmpty else { return nil }
        return (disabled, foreign)
    }
}
