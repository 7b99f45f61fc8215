import Codes
import SigV4

/// What signers do wrong with the headers as a whole: their blanks, joins, order and form.
enum HeaderMistakes {
    static func all(_ headers: HeaderModel) -> [Mistake] {
        spaces + orders + cases + shapes + presence(headers)
    }

    private static func mistake(
        _ cause: FindingCode, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
        _ reach: Mistake.Reach = .triples, _ change: @escaping @Sendable (inout HeaderModel) -> Void
    ) -> Mistake {
        Mistake(cause, at: place, words, knobs, .headers, reach) { change(&$0.headers) }
    }

    private static let spaces: [Mistake] = [
        mistake(.headerSpace, "the values with all their blanks", .headerTrim) { $0.trim = .none },
        mistake(.headerSpace, "the values trimmed, but with every blank within them", .headerTrim) { $0.trim = .outer },
        mistake(.headerSpace, "the values with runs of blanks as one, but not trimmed", .headerTrim) {
            $0.trim = .inner
        },
        mistake(.headerSpace, "the values with the blanks within quotes kept", .headerTrim) {
            $0.trim = .outsideQuotes
        },
        mistake(.headerSpace, "the values without any blank", .headerTrim) { $0.trim = .allSpaces },
        mistake(.headerSpace, "the values without any space, but with their tabs", .headerTrim, .alone) {
            $0.trim = .spacesAlone
        },
        mistake(.headerSpace, "the values trimmed at their start only", .headerTrim, .pairs) { $0.trim = .start },
        mistake(.headerSpace, "the values trimmed at their end only", .headerTrim, .pairs) { $0.trim = .end },
        mistake(.headerSpace, "a blank after the colon of each line", .headerShape) { $0.colon = Array(": ".utf8) },
    ]

    /// A second empty line, which looks like a line feed at the end of the last value.
    ///
    /// Only a token is likelier to have one: it comes from a file or a variable.
    static func emptyLines(_ headers: HeaderModel) -> [Mistake] {
        var second = mistake(.textForm, "two empty lines between the headers and their list", .headerShape, .pairs) {
            $0.ending = .twoEmptyLines
        }
        let last = headers.entries.last { $0.hasLine }?.lowerName ?? []
        if last.elementsEqual("x-amz-security-token".utf8) { return [] }
        second.otherReading = .headerSpace
        return [second]
    }

    /// Joins; none if no header is repeated.
    static func joins(_ headers: HeaderModel) -> [Mistake] {
        headers.entries.contains { $0.values.count > 1 } ? allJoins : []
    }

    private static let allJoins: [Mistake] = {
        let ways: [(HeaderModel.Join, String)] = [
            (.commaSpace, "the values of a repeated header joined by a comma and a blank"),
            (.last, "only the last value of a repeated header"),
            (.first, "only the first value of a repeated header"),
            (.sorted, "the values of a repeated header sorted"),
            (.sortedCommaSpace, "the values of a repeated header sorted, and joined by a comma and a blank"),
            (.separateLines, "a line for each value of a repeated header"),
            (.space, "the values of a repeated header joined by a blank"),
            (.semicolon, "the values of a repeated header joined by a semicolon"),
            (.reversed, "the values of a repeated header in the reverse order"),
            (
                .reversedCommaSpace,
                "the values of a repeated header in the reverse order, joined by a comma and a blank"
            ),
            (.nothing, "the values of a repeated header joined by nothing"),
            (.lineFeed, "the values of a repeated header joined by a line feed"),
        ]
        return ways.map { join, words in mistake(.headerDuplicate, words, .headerJoin) { $0.join = join } }
    }()

    private static let orders: [Mistake] = {
        func order(
            _ words: String, _ lines: HeaderModel.Order, _ list: HeaderModel.Order, _ reach: Mistake.Reach = .triples
        ) -> Mistake {
            mistake(.headerSort, words, .headerOrder, reach) {
                $0.order = lines
                $0.listOrder = list
            }
        }
        return [
            order("lines and list in the order of SignedHeaders as written", .asListed, .asListed),
            order("lines and list in the order in which the headers were sent", .asSent, .asSent),
            order("lines and list sorted by the whole line", .line, .line),
            order("the lines sorted as a whole, the list by name", .line, .lowerName),
            order("the lines in the order in which they were sent, the list sorted", .asSent, .lowerName),
            order("the lines in the order of SignedHeaders as written, the list sorted", .asListed, .lowerName),
            order("the lines sorted, the list in the order in which the headers were sent", .lowerName, .asSent),
            order("the lines sorted, the list as written", .lowerName, .asListed),
            order("the list as written, the lines in the order in which they were sent", .asSent, .asListed),
            order("lines and list sorted by name before it was made lower-case", .sentName, .sentName),
            order("the lines sorted by name before it was made lower-case", .sentName, .lowerName, .pairs),
            order("the lines sorted by name before it was made lower-case, the list as written", .sentName, .asListed),
            order("lines and list in descending order", .descending, .descending),
            order("the lines in descending order", .descending, .lowerName, .pairs),
            order("the list in descending order", .lowerName, .descending, .pairs),
            order("lines and list sorted by the length of their names", .length, .length, .pairs),
            order("lines and list with the host before the others", .hostFirst, .hostFirst),
            order("lines and list with the host behind the others", .hostLast, .hostLast, .pairs),
            order("lines and list with the headers of Amazon behind the others", .amzLast, .amzLast, .pairs),
            order("lines and list sorted as if names had no hyphens", .withoutHyphens, .withoutHyphens, .pairs),
            order("the lines sorted as if names had no hyphens", .withoutHyphens, .lowerName, .pairs),
            order("the lines with the host before the others, the list sorted", .hostFirst, .lowerName, .pairs),
            mistake(.headerCase, "names as sent, not in lower case, sorted by them", [.headerCase, .headerOrder]) {
                ($0.lineCase, $0.listCase) = (.asSent, .asSent)
                $0.order = .sentName
                $0.listOrder = .sentName
            },
            mistake(.headerCase, "names as sent in the lines, not in lower case", .headerCase) {
                $0.lineCase = .asSent
            },
            mistake(.headerCase, "names as sent in the list, not in lower case", .headerCase) {
                $0.listCase = .asSent
            },
            mistake(.headerCase, "names as sent in lines and list, not in lower case", .headerCase) {
                ($0.lineCase, $0.listCase) = (.asSent, .asSent)
            },
        ]
    }()

    /// Names in other letters, whatever those are that were sent.
    private static let cases: [Mistake] = {
        let ways: [(HeaderModel.NameCase, String)] = [
            (.capitals, "in capitals"), (.title, "with capitals at the beginning of words"),
            (.asListed, "as SignedHeaders writes them"),
        ]
        return ways.flatMap { style, words in
            [
                mistake(.headerCase, "names \(words) in the list", .headerCase, .pairs) { $0.listCase = style },
                mistake(.headerCase, "names \(words) in the lines", .headerCase, .pairs) { $0.lineCase = style },
                mistake(.headerCase, "names \(words) in lines and list", .headerCase, .pairs) {
                    ($0.lineCase, $0.listCase) = (style, style)
                },
            ]
        }
    }()

    /// Shapes of the text.
    private static let shapes: [Mistake] = [
        mistake(.textForm, "no empty line between the headers and their list", .headerShape, .pairs) {
            $0.ending = .noEmptyLine
        },
        mistake(.textLineEnds, "header lines that end in CR LF", .headerShape, .pairs) {
            $0.ending = .carriageReturns
        },
        mistake(.textLineEnds, "header lines that end in CR LF, before an empty line of a line feed", .headerShape) {
            $0.ending = .carriageReturnsInLines
        },
        mistake(.headerList, "a comma between the names in the list", .headerShape, .pairs) {
            $0.listSeparator = [UInt8(ascii: ",")]
        },
        mistake(.headerList, "a comma and a blank between the names in the list", .headerShape, .pairs) {
            $0.listSeparator = Array(", ".utf8)
        },
        mistake(.headerList, "a semicolon and a blank between the names in the list", .headerShape, .pairs) {
            $0.listSeparator = Array("; ".utf8)
        },
        mistake(.headerList, "a blank between the names in the list", .headerShape, .pairs) {
            $0.listSeparator = [0x20]
        },
        mistake(.headerList, "nothing between the names in the list", .headerShape, .alone) { $0.listSeparator = [] },
        mistake(.headerList, "a semicolon behind the last name in the list", .headerShape, .pairs) {
            $0.listSuffix = [UInt8(ascii: ";")]
        },
        mistake(.headerList, "a blank behind the last name in the list", .headerShape, .alone) {
            $0.listSuffix = [0x20]
        },
        mistake(.headerList, "a semicolon before the first name in the list", .headerShape, .alone) {
            $0.listPrefix = [UInt8(ascii: ";")]
        },
        mistake(.headerList, "'SignedHeaders=' before the list", .headerShape, .alone) {
            $0.listPrefix = Array("SignedHeaders=".utf8)
        },
        mistake(.headerSpace, "a blank before and after the colon of each line", .headerShape, .alone) {
            $0.colon = Array(" : ".utf8)
        },
        mistake(.textForm, "an equals sign in place of each line's colon", .headerShape, .alone) {
            $0.colon = [UInt8(ascii: "=")]
        },
        mistake(.textForm, "header values in lower case", .headerCase, .pairs) { $0.lowersValues = true },
    ]

    /// Lines that are there and not listed, or listed and not there.
    private static func presence(_ headers: HeaderModel) -> [Mistake] {
        var mistakes: [Mistake] = []
        let unlisted = headers.entries.indices.filter { !headers.entries[$0].isListed }
            .filter { headers.entries[$0].lowerName != Array("authorization".utf8) }
        for index in headers.examined {
            let entry = headers.entries[index]
            let name = String(decoding: entry.lowerName, as: UTF8.self)
            let knobs = Knobs.headerPresence(index)
            if entry.isListed {
                let cause = causeOfAbsence(name, hasArrived: !entry.values.isEmpty)
                mistakes += [
                    mistake(cause, "the list with '\(name)', but no line for it", knobs) {
                        $0.entries[index].hasLine = false
                    },
                    mistake(cause, "neither a line for '\(name)' nor its name, which SignedHeaders has", knobs) {
                        $0.entries[index].hasLine = false
                        $0.entries[index].isListed = false
                    },
                    mistake(cause, "a line for '\(name)', but not its name in the list", knobs, .pairs) {
                        $0.entries[index].isListed = false
                    },
                ]
            } else if name != "authorization" {
                let cause: FindingCode = name == "x-amz-security-token" ? .tokenUnsigned : .headerUnsigned
                mistakes += [
                    mistake(cause, "a line for '\(name)' and its name, which SignedHeaders has not", knobs) {
                        $0.entries[index].hasLine = true
                        $0.entries[index].isListed = true
                    },
                    mistake(cause, "a line for '\(name)', which is not in the list", knobs) {
                        $0.entries[index].hasLine = true
                    },
                ]
            }
        }
        if unlisted.count > 1 {
            let all = unlisted.reduce(into: Knobs()) { $0.formUnion(.headerPresence($1)) }
            mistakes += [
                mistake(.headerUnsigned, "lines for all headers sent, while SignedHeaders names only some", all, .pairs)
                {
                    for index in unlisted { $0.entries[index].hasLine = true }
                },
                mistake(
                    .headerUnsigned, "lines and names of all headers sent, SignedHeaders has only some", all, .pairs
                ) {
                    for index in unlisted {
                        $0.entries[index].hasLine = true
                        $0.entries[index].isListed = true
                    }
                },
            ]
        }
        return mistakes
    }

    /// The code for a header that SignedHeaders names and that was not signed.
    private static func causeOfAbsence(_ name: String, hasArrived: Bool) -> FindingCode {
        switch name {
        case "x-amz-security-token": .tokenUnsigned
        case "host": .headerHost
        case "content-type": .headerContentType
        default: HeaderKind(name).cause ?? (hasArrived && name.hasPrefix("x-amz-") ? .headerUnsigned : .headerMissing)
        }
    }
}
