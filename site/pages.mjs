// Gathers what the site shows into target/pages: README and the other pages of the root, all of docs, and as pages of
// their own the examples and every other file of the project that a page links to.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const pages = resolve(import.meta.dirname, 'target/pages')
const examples = 'examples/src/main/java/io/kindling/examples'
const languages = { '.java': 'java', '.xml': 'xml', '.py': 'python', '.sh': 'sh', '.json': 'json', '.csv': 'csv', '.md': 'md' }

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const titled = (path, body) => `# ${basename(path)}\n\n\`${path}\`\n\n${body}\n`

function sourcePage(path) {
  const text = readFileSync(join(root, path), 'utf8')
  const language = languages[extname(path)] ?? (text.startsWith('#!') ? 'sh' : 'txt')
  write(join(pages, `${path}.md`), titled(path, `\`\`\`\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\`\`\``))
}

/** A list of what lies in a folder, each with a page of its own. */
function folderPage(path) {
  const inside = files(join(root, path)).filter((file) => statSync(file).size < 100_000)
  const links = inside.map((file) => relative(join(root, path), file)).sort()
  links.forEach((link) => sourcePage(join(path, link)))
  write(join(pages, path, 'index.md'), titled(path, links.map((link) => `- [${link}](./${link}.md)`).join('\n')))
}

/** A list of the pages in a folder of docs that has none of its own. */
function listPage(path) {
  const names = readdirSync(join(pages, path)).filter((name) => name.endsWith('.md')).sort()
  if (names.length > 0 && !names.includes('README.md')) {
    const heading = (name) => /^# (.+)$/m.exec(readFileSync(join(pages, path, name), 'utf8'))?.[1] ?? name
    write(join(pages, path, 'index.md'), titled(path, names.map((name) => `- [${heading(name)}](./${name})`).join('\n')))
  }
}

rmSync(pages, { recursive: true, force: true })
cpSync(join(root, 'docs'), join(pages, 'docs'), { recursive: true })
for (const name of readdirSync(root).filter((name) => name.endsWith('.md'))) {
  cpSync(join(root, name), join(pages, name === 'README.md' ? 'index.md' : name))
}
for (const entry of readdirSync(join(pages, 'docs'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  listPage(join('docs', entry.name))
}
const written = files(pages).filter((file) => file.endsWith('.md'))
folderPage(examples)
for (const page of written) {
  for (const [, link] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#:\s]+)[^)]*\)/g)) {
    const target = resolve(dirname(page), link)
    const path = relative(pages, target)
    const isPage = ['.md', '/index.md', '/README.md'].some((end) => existsSync(target.replace(/\.md$/, '') + end))
    if (path.startsWith('..') || isPage || !existsSync(join(root, path))) {
      continue
    }
    if (statSync(join(root, path)).isDirectory()) {
      folderPage(path)
    } else if (path !== 'README.md') {
      sourcePage(path)
    }
  }
}
