// What follows from the pages that target/pages holds: the sidebar, and where links to files of the project lead.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'

export const pages = resolve(import.meta.dirname, '../target/pages')

const title = (path) => /^# (.+)$/m.exec(readFileSync(join(pages, path), 'utf8'))?.[1].replaceAll('`', '') ?? basename(path)

/** Pages that the README names come first, in its order. */
function inOrder(paths) {
  const readme = readFileSync(join(pages, 'index.md'), 'utf8')
  const place = (path) => (readme.indexOf(`(${path}`) + 1 || readme.length + 1)
  return paths.sort((one, other) => place(one) - place(other) || one.localeCompare(other))
}

const items = (folder) =>
  inOrder(
    readdirSync(join(pages, folder))
      .filter((name) => name.endsWith('.md') && name !== 'index.md')
      .map((name) => join(folder, name)),
  ).map((path) => ({ text: title(path), link: `/${path.replace(/\.md$/, '')}` }))

const capitalized = (name) => name[0].toUpperCase() + name.slice(1)

/** A group for docs, one for each folder in it, the pages of the root and the examples. */
export function sidebar(examples) {
  const folders = readdirSync(join(pages, 'docs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'zh' && items(join('docs', entry.name)).length > 0)
    .map((entry) => ({ text: capitalized(entry.name), collapsed: true, items: items(join('docs', entry.name)) }))
  return [
    { text: 'Kindling', items: [{ text: 'Start', link: '/' }, ...items('docs')] },
    ...folders,
    { text: 'Project', collapsed: true, items: items('.') },
    { text: 'Examples', collapsed: true, items: [{ text: 'All', link: `/${examples}/` }, ...items(examples)] },
  ]
}

export const chineseSidebar = () => [{ text: 'Kindling', items: items('docs/zh') }]

/** GitHub's anchors, by which the pages refer to each other. */
export const anchor = (heading) =>
  heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')

/** A plugin of markdown-it: a link to a file or folder of the project leads to its page. */
export function projectLinks(markdown) {
  markdown.core.ruler.push('project-links', (state) => {
    for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null
      if (href && !/^([a-z]+:|#|\/)/.test(href)) {
        token.attrSet('href', pageOf(href, state.env.realPath ?? state.env.path))
      }
    }
  })
}

function pageOf(href, page) {
  const [path, fragment] = href.split('#')
  const hash = fragment ? `#${fragment}` : ''
  const target = resolve(dirname(page), path)
  if (relative(pages, target) === 'README.md') {
    return `/${hash}`
  }
  if (existsSync(`${target}.md`)) {
    return `${path}.md`
  }
  if (existsSync(target) && statSync(target).isDirectory()) {
    return `${path.replace(/\/?$/, '/')}${existsSync(join(target, 'README.md')) ? 'README' : 'index'}.md${hash}`
  }
  return href
}
