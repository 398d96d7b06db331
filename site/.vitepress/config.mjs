import { withMermaid } from 'vitepress-plugin-mermaid'
import { anchor, chineseSidebar, pages, projectLinks, sidebar } from './pages.mjs'

const examples = 'examples/src/main/java/io/kindling/examples'

/** Words by Unicode's rules, which divides Chinese, too; of names with underscores also the parts. */
function tokenize(text) {
  const words = []
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (isWordLike) {
      words.push(segment, ...(segment.includes('_') ? segment.split('_').filter(Boolean) : []))
    }
  }
  return words
}

/** Not a page of VitePress', so the browser shall load it. */
const javadoc = { text: 'Javadoc', link: '/apidocs/index.html', target: '_self' }

const chineseWords = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清除',
    backButtonTitle: '关闭',
    noResultsText: '没有结果：',
    footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
  },
}

export default withMermaid({
  srcDir: pages,
  outDir: 'target/site',
  cacheDir: 'target/cache',
  title: 'Kindling',
  description: 'Neural networks for Apache Spark, in Java',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  lastUpdated: false,
  markdown: {
    anchor: { slugify: anchor },
    config: (markdown) => markdown.use(projectLinks),
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    'docs/zh': {
      label: '简体中文',
      lang: 'zh-CN',
      link: '/docs/zh/activations',
      themeConfig: {
        nav: [
          { text: '激活函数', link: '/docs/zh/activations' },
          { text: '示例', link: `/${examples}/` },
          javadoc,
        ],
        sidebar: chineseSidebar(),
        outline: { label: '本页目录', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        sidebarMenuLabel: '菜单',
        returnToTopLabel: '返回顶部',
        langMenuLabel: '语言',
      },
    },
  },
  themeConfig: {
    i18nRouting: false,
    nav: [
      { text: 'Networks', link: '/docs/networks' },
      { text: 'Activations', link: '/docs/activations' },
      { text: 'Examples', link: `/${examples}/` },
      javadoc,
    ],
    sidebar: sidebar(examples),
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        detailedView: true,
        miniSearch: { options: { tokenize } },
        locales: { 'docs/zh': { translations: chineseWords } },
      },
    },
  },
})
