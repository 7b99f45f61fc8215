/// The live page of `doctor serve --page`: HTML with its style and its script, and nothing from outside.
enum LivePage {
    /// The page; nil where this program has none, and the endpoint shows its index instead.
    ///
    /// The page is allowed what stands in its first `<style>` and its first `<script>`, and requests to the endpoint.
    static let html: String? = nil
}
