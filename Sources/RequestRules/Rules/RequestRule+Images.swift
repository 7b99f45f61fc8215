import Codes
import JSONText
import WireText

/// Images: their number, their size, and whether they are what they say.
extension RequestRule {
    static let images: [RequestRule] = [
        RequestRule(
            "image-format", .validationMessages, .should, title: "An image is not of the format that is stated",
            source: .observed("https://github.com/boto/boto3/issues/4415"),
            remedy:
                "Set format to what the file is. SDKs encode bytes by themselves: give them the file as it is, not in "
                + "base64."
        ) { outline, _ in
            outline.images.compactMap { image in
                guard let stated = image["format"]?.stringValue,
                    let text = image["source"]?["bytes"]?.stringValue,
                    let found = format(of: text), found != stated
                else { return nil }
                return Breach(
                    image.path.appending("format"), expected: found, found: stated,
                    text: "The model returned the following errors: The provided image does not match the specified "
                        + "image format.")
            }
        },
        RequestRule(
            "image-size", .validationMessages, .should, title: "An image is larger than 3.75 MB",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html"),
            remedy: "Scale the image down or compress it (JPEG)."
        ) { outline, _ in
            outline.images.compactMap { tooLarge($0, most: 3_750_000, "3.75 MB") }
        },
        RequestRule(
            "images-at-most-twenty", .validationRequest, .should,
            title: "There are more than twenty images and documents",
            source: .observed("https://github.com/cline/cline/issues/1844"),
            remedy: "Send at most 20 images and documents together: remove old ones from the history. Some models take "
                + "more, of at most 2000 pixels a side."
        ) { outline, _ in
            let (images, documents) = (outline.images.count, outline.documents.count)
            guard images + documents > 20 else { return [] }
            return [
                Breach(
                    outline.images.count > 20 ? outline.images[20].path : messages,
                    expected: "20 images and documents at most", found: "\(images) images and \(documents) documents",
                    text: "The model returned the following errors: too many images and documents: "
                        + "\(images) + \(documents) > 20")
            ]
        },
        RequestRule(
            "image-in-tool-result", .validationMessages, .should,
            title: "A tool's result has an image, and few models take one there",
            source: .observed("https://github.com/anomalyco/opencode/issues/49443"),
            remedy: "Put the image beside the toolResult, in the same message; Amazon Nova and Claude take it in the "
                + "result itself."
        ) { outline, _ in
            guard let id = outline.modelID, !id.contains("anthropic."), !id.contains("amazon.nova"),
                !id.hasPrefix("arn:")
            else { return [] }
            return outline.images.filter { $0.path.steps.count > 5 }.map { image in
                Breach(
                    image.path, expected: "an image beside the toolResult", found: "one inside it",
                    text: "This model doesn't support the image field for user messages. Remove image and try again.")
            }
        },
    ]

    /// The format that the first bytes show; `nil` for others.
    private static func format(of base64: String) -> String? {
        // Sixteen characters are twelve bytes.
        guard let bytes = try? Base64.decode(String(base64.prefix(16)).utf8.span, allowing: .unusedBits) else {
            return nil
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "gif" }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return "webp" }
        // An image that was encoded twice: base64 of "iVBORw" (PNG), "/9j/" (JPEG), "R0lGOD" (GIF), "UklGR" (WebP).
        let inner = ["iVBORw", "/9j/", "R0lGOD", "UklGR"]
        return inner.contains { bytes.starts(with: Array($0.utf8)) }
            ? "the file's bytes in base64 once, not twice" : nil
    }
}
