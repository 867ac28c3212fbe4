/** A bare page of the provider. */
export const page = (title, body) => `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>
body { font: 1.125rem/1.5 sans-serif; max-width: 26rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
form { display: grid; gap: .75rem } label { display: grid; gap: .25rem }
button, select { font: inherit; padding: .75rem 1rem; border: 1px solid #777; border-radius: 4px; background: #fff; text-align: start }
button { background: #e8680c; border-color: #e8680c; color: #000; cursor: pointer } button.quiet { background: #fff }
</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
