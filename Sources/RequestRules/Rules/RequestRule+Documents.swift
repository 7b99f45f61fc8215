import Codes
import JSONText
import WireText

/// Documents: their names, their number and their size.
extension RequestRule {
    static let documents: [RequestRule] = [
        RequestRule(
            "document-name-characters", .validationMessages,
            title: "The name of a document has characters that Converse does not take",
            source: .observed("https://github.com/simonw/llm-bedrock/issues/8"),
            remedy:
                "Change the name: letters and digits of ASCII, single blanks, hyphens, parentheses and square brackets. "
                + "A file's name has a dot: drop the extension, which format says already."
        ) { outline, _ in
            outline.documents.compactMap { document in
                guard let name = document["name"]?.stringValue, let fault = nameFault(name) else { return nil }
                return Breach(
                    document.path.appending("name"),
                    expected: "letters, digits, single blanks, hyphens, parentheses and square brackets", found: fault,
                    text: "The document file name can only contain alphanumeric characters, whitespace characters, "
                        + "hyphens, parentheses, and square brackets. The name can't contain more than one consecutive "
                        + "whitespace character. Check that the file name conforms to these restrictions and retry your "
                        + "request.")
            }
        },
        RequestRule(
            "document-names-unique", .validationMessages, title: "Two documents of the conversation have the same name",
            source: .observed("https://github.com/maximhq/bifrost/issues/7003"),
            remedy: "Give each document a name of its own, those of earlier turns included."
        ) { outline, _ in
            var seen: Set<String> = []
            return outline.documents.filter { document in
                document["name"]?.stringValue.map { !seen.insert($0).inserted } ?? false
            }.map { document in
                Breach(
                    document.path.appending("name"), expected: "a name that no other document has",
                    found: "\(document["name"]?.stringValue ?? "") again",
                    text: "Messages can't contain duplicate document names. Rename the document and retry your request."
                )
            }
        },
        RequestRule(
            "documents-at-most-five", .validationMessages, title: "There are more than five documents",
            source: .observed("https://github.com/aws-samples/generative-ai-use-cases/issues/1685"),
            remedy: "Send at most five documents in a request: remove those of earlier turns, or join them."
        ) { outline, _ in
            let documents = outline.documents.filter { isInMessage($0.path) }
            guard documents.count > 5 else { return [] }
            return [
                Breach(
                    documents[5].path, expected: "5 documents at most", found: "\(documents.count)",
                    text: "You can't include more than 5 documents in a request.")
            ]
        },
        RequestRule(
            "document-with-text", .validationMessages, title: "A message has a document and no text",
            source: .observed("https://github.com/maximhq/bifrost/pull/5817"),
            remedy: "Put a text block beside the document, which says what to do with it."
        ) { outline, _ in
            outline.turns.enumerated().compactMap { turn, message in
                // Whether the text of a tool's result counts is not known: such a message passes.
                guard !message.hasText, message.results.isEmpty,
                    let document = outline.documents[message.documents].first(where: { isInMessage($0.path) })
                else { return nil }
                return Breach(
                    document.path, expected: "a text block in messages[\(turn)]", found: "none",
                    text: "A text block must be included when using documents.")
            }
        },
        RequestRule(
            "document-text-cited", .validationMessages, .should,
            title: "A document is given as text, and its citations are not enabled",
            source: .observed("https://github.com/strands-agents/harness-sdk/pull/3582"),
            remedy:
                "Enable them: \"citations\": {\"enabled\": true} beside source. Without citations Converse takes a document "
                + "as bytes or s3Location only."
        ) { outline, _ in
            outline.documents.compactMap { document in
                // What holds inside a tool's result is not known.
                guard isInMessage(document.path), let source = document["source"],
                    let form = ["text", "content"].first(where: { RequestOutline.present(source[$0]) != nil }),
                    document["citations"]?["enabled"]?.boolValue != true
                else { return nil }
                let path = document.path.appending("source")
                return Breach(
                    path.appending(form), expected: "citations enabled, or bytes or s3Location",
                    found: "\(form), and citations not enabled",
                    text:
                        "DocumentSource object at \(path.dotted) must set one of the following keys: bytes, s3Location")
            }
        },
        RequestRule(
            "media-s3-location", .validationMessages, .should,
            title: "Media are given by their place in S3, which few models take",
            source: .observed("https://github.com/aws/aws-sdk-net/issues/4454"),
            remedy: "Send the bytes instead of s3Location: of the models seen so far only Amazon's Nova read S3."
        ) { outline, _ in
            // An ARN of a profile or an imported model does not show the family.
            guard let id = outline.modelID, !id.contains("amazon."), !id.hasPrefix("arn:") else { return [] }
            let blocks = outline.images + outline.documents + outline.recordings.map(\.block)
            return blocks.filter { RequestOutline.present($0["source"]?["s3Location"]) != nil }.map { block in
                let path = block.path.appending("source")
                return Breach(
                    path.appending("s3Location"), expected: "bytes", found: "s3Location",
                    text: "The model returned the following errors: \(path.dotted).type: Field required")
            }
        },
        RequestRule(
            "document-size", .validationMessages, .should, title: "A document is larger than 4.5 MB",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html"),
            remedy: "Split the document, or send its text; some models take larger PDF files."
        ) { outline, _ in
            outline.documents.compactMap { tooLarge($0, most: 4_500_000, "4.5 MB") }
        },
        RequestRule(
            "media-from-user", .validationMessages, .should,
            title: "An image or document stands in an assistant's message",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html"),
            remedy: "Move the image or document into a message of role user."
        ) { outline, _ in
            (outline.images + outline.documents).filter { outline.turns[$0.turn].role == "assistant" }.map { block in
                Breach(
                    block.path, expected: "a message of role user", found: "assistant",
                    text: "Images and documents are only taken in messages of role user.")
            }
        },
    ]

    /// Whether a block stands in a message itself, not in a tool's result.
    private static func isInMessage(_ path: JSONPath) -> Bool { path.steps.count == 5 }

    /// What a document's name must not have.
    ///
    /// The underscore is not in the service's list, and is taken all the same; of white space only the blank is
    /// (generative-ai-use-cases issue 1671, vercel/ai pull request 20366).
    private static func nameFault(_ name: String) -> String? {
        var last: Unicode.Scalar?
        for scalar in name.unicodeScalars {
            if scalar == " ", last == " " { return "two blanks in a row" }
            let isPlain = scalar.isASCII && (UInt8(ascii: scalar).isLetter || UInt8(ascii: scalar).isDigit)
            guard isPlain || " _-()[]".unicodeScalars.contains(scalar) else {
                return "'\(scalar)' in \(JSONValue.string(String(name.prefix(60))).text())"
            }
            last = scalar
        }
        return nil
    }

    /// The breach of bytes that are more than the most.
    static func tooLarge(_ block: RequestOutline.Block, most: Int, _ named: String) -> Breach? {
        guard let text = block["source"]?["bytes"]?.stringValue else { return nil }
        // Three bytes for four characters; what pads the end does not matter here.
        let bytes = text.utf8.count / 4 * 3
        guard bytes > most else { return nil }
        return Breach(
            block.path.appending("source").appending("bytes"), expected: "\(named) at most",
            found: "about \(bytes / 100_000 / 10).\(bytes / 100_000 % 10) MB",
            text: "The value at \(block.path.dotted).source.bytes is larger than \(named).")
    }
}
